using System.Security.Cryptography;
using Rogatory.Envelope;
using Xunit;

namespace Rogatory.TestKit.Contracts;

public abstract class KeyWrapContract
{
    private static readonly byte[] Key = Sample.Bytes(32);

    protected abstract IKeyWrap KeyWrap { get; }

    [Fact]
    public async Task What_was_wrapped_is_unwrapped_under_the_key_it_names()
    {
        var wrapped = await KeyWrap.WrapAsync(Key, default);

        Assert.Equal(Key, await KeyWrap.UnwrapAsync(wrapped.KeyId, wrapped.Bytes, default));
    }

    [Fact]
    public async Task No_two_wrappings_are_the_same() =>
        Assert.NotEqual((await KeyWrap.WrapAsync(Key, default)).Bytes, (await KeyWrap.WrapAsync(Key, default)).Bytes);

    [Fact]
    public async Task An_unknown_key_is_a_cryptographic_failure()
    {
        var wrapped = await KeyWrap.WrapAsync(Key, default);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => KeyWrap.UnwrapAsync("no-such-key/1", wrapped.Bytes, default).AsTask());
    }

    [Fact]
    public async Task Changed_bytes_are_a_cryptographic_failure()
    {
        var wrapped = await KeyWrap.WrapAsync(Key, default);
        wrapped.Bytes[17] ^= 1;

        await Assert.ThrowsAnyAsync<CryptographicException>(() => KeyWrap.UnwrapAsync(wrapped.KeyId, wrapped.Bytes, default).AsTask());
    }
}
