using System.Security.Cryptography;
using Azure;
using Azure.Core.Cryptography;
using Rogatory.Azure.Sealing;
using Rogatory.Core;
using Rogatory.Envelope;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Sealing;

public sealed class ResolverKeyWrapTests : KeyWrapContract, IDisposable
{
    private readonly Keys keys = new();

    protected override IKeyWrap KeyWrap => new ResolverKeyWrap(keys, "kek");

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task The_version_that_wrapped_is_named_and_still_unwraps_after_a_rotation()
    {
        var wrapped = await KeyWrap.WrapAsync(new byte[32], default);
        Assert.Equal("kek/1", wrapped.KeyId);

        keys.Rotate();

        Assert.Equal("kek/2", (await KeyWrap.WrapAsync(new byte[32], default)).KeyId);
        Assert.Equal(new byte[32], await KeyWrap.UnwrapAsync("kek/1", wrapped.Bytes, default));
    }

    [Fact]
    public async Task A_key_is_looked_up_once()
    {
        var keyWrap = KeyWrap;
        var wrapped = await keyWrap.WrapAsync(new byte[32], default);
        await keyWrap.WrapAsync(new byte[32], default);
        await keyWrap.UnwrapAsync("kek/1", wrapped.Bytes, default);
        await keyWrap.UnwrapAsync("kek/1", wrapped.Bytes, default);

        Assert.Equal(["kek", "kek/1"], keys.LookedUp);
    }

    [Fact]
    public async Task A_key_service_that_does_not_answer_is_no_cryptographic_failure_and_is_asked_again()
    {
        var keyWrap = KeyWrap;
        keys.Failure = new RequestFailedException(503, "busy");
        Assert.Equal("kek", (await Assert.ThrowsAsync<StorageUnavailableException>(() => keyWrap.WrapAsync(new byte[32], default).AsTask())).Store);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => keyWrap.UnwrapAsync("kek/1", new byte[256], default).AsTask());
        keys.Failure = new RequestFailedException(403, "forbidden");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => keyWrap.UnwrapAsync("kek/1", new byte[256], default).AsTask());

        keys.Failure = null;
        Assert.Equal("kek/1", (await keyWrap.WrapAsync(new byte[32], default)).KeyId);
    }

    /// <summary>RSA keys as Key Vault shows them: by name for the newest, by name and version, and unknown ones as 404.</summary>
    private sealed class Keys : IKeyEncryptionKeyResolver, IDisposable
    {
        private readonly List<RsaKey> versions = [new("kek/1")];

        public List<string> LookedUp { get; } = [];

        public RequestFailedException? Failure { get; set; }

        public void Rotate() => versions.Add(new RsaKey("kek/2"));

        public Task<IKeyEncryptionKey> ResolveAsync(string keyId, CancellationToken cancellationToken = default) => Task.FromResult(Resolve(keyId, cancellationToken));

        public IKeyEncryptionKey Resolve(string keyId, CancellationToken cancellationToken = default)
        {
            if (Failure is not null)
                throw Failure;
            LookedUp.Add(keyId);
            return (keyId == "kek" ? versions[^1] : versions.Find(key => key.KeyId == keyId)) ?? throw new RequestFailedException(404, "no such key");
        }

        public void Dispose() => versions.ForEach(key => key.Dispose());
    }

    private sealed class RsaKey(string keyId) : IKeyEncryptionKey, IDisposable
    {
        private readonly RSA rsa = RSA.Create(2048);

        public string KeyId => keyId;

        public byte[] WrapKey(string algorithm, ReadOnlyMemory<byte> key, CancellationToken cancellationToken = default) =>
            rsa.Encrypt(key.Span, Padding(algorithm));

        public byte[] UnwrapKey(string algorithm, ReadOnlyMemory<byte> encryptedKey, CancellationToken cancellationToken = default) =>
            rsa.Decrypt(encryptedKey.Span, Padding(algorithm));

        public Task<byte[]> WrapKeyAsync(string algorithm, ReadOnlyMemory<byte> key, CancellationToken cancellationToken = default) =>
            Task.FromResult(WrapKey(algorithm, key, cancellationToken));

        public Task<byte[]> UnwrapKeyAsync(string algorithm, ReadOnlyMemory<byte> encryptedKey, CancellationToken cancellationToken = default) =>
            Task.FromResult(UnwrapKey(algorithm, encryptedKey, cancellationToken));

        public void Dispose() => rsa.Dispose();

        private static RSAEncryptionPadding Padding(string algorithm) =>
            algorithm == "RSA-OAEP-256" ? RSAEncryptionPadding.OaepSHA256 : throw new NotSupportedException(algorithm);
    }
}
