using System.Security.Cryptography;
using Rogatory.Core.Retention;
using Rogatory.Envelope;
using Xunit;

namespace Rogatory.TestKit.Contracts;

public abstract class KeyVersionsContract
{
    private static readonly byte[] Key = Sample.Bytes(32);

    protected abstract IKeyVersions Versions { get; }

    /// <summary>Wraps under the newest version, at once.</summary>
    protected abstract IKeyWrap KeyWrap { get; }

    [Fact]
    public async Task The_newest_enabled_version_wraps_and_every_enabled_one_unwraps()
    {
        WrappedKey first = await KeyWrap.WrapAsync(Key, default);
        KeyVersion only = Assert.Single(await Versions.ListAsync(default));
        Assert.Equal(first.KeyId, only.KeyId);

        await Versions.MakeAsync(default);

        IReadOnlyList<KeyVersion> both = await Versions.ListAsync(default);
        Assert.Equal(first.KeyId, both[0].KeyId);
        Assert.Equal(2, both.Count);
        Assert.True(both[0].MadeAt <= both[1].MadeAt);
        WrappedKey second = await KeyWrap.WrapAsync(Key, default);
        Assert.Equal(both[1].KeyId, second.KeyId);
        Assert.Equal(Key, await KeyWrap.UnwrapAsync(first.KeyId, first.Bytes, default));
        Assert.Equal(Key, await KeyWrap.UnwrapAsync(second.KeyId, second.Bytes, default));
    }

    [Fact]
    public async Task What_a_partner_wraps_under_a_version_as_listed_is_unwrapped()
    {
        await Versions.MakeAsync(default);
        foreach (KeyVersion version in await Versions.ListAsync(default))
        {
            using RSA open = version.PublicKey!.Open();
            Assert.Equal(version.KeyId, version.PublicKey.KeyId);
            Assert.Equal(Key, await KeyWrap.UnwrapAsync(version.KeyId, open.Encrypt(Key, RSAEncryptionPadding.OaepSHA256), default));
        }
    }

    [Fact]
    public async Task A_disabled_version_stays_listed_and_unwraps_nothing_and_says_why()
    {
        WrappedKey wrapped = await KeyWrap.WrapAsync(Key, default);
        await Versions.MakeAsync(default);

        await Versions.DisableAsync(wrapped.KeyId, default);
        await Versions.DisableAsync(wrapped.KeyId, default);

        Assert.Equal([false, true], (await Versions.ListAsync(default)).Select(one => one.IsEnabled));
        await Assert.ThrowsAsync<KeyDisabledException>(() => KeyWrap.UnwrapAsync(wrapped.KeyId, wrapped.Bytes, default).AsTask());
        Assert.NotEqual(wrapped.KeyId, (await KeyWrap.WrapAsync(Key, default)).KeyId);
    }
}
