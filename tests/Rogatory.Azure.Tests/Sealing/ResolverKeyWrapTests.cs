using System.Security.Cryptography;
using Azure;
using Azure.Core.Cryptography;
using Rogatory.Azure.Sealing;
using Rogatory.Core;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Envelope;
using Rogatory.TestKit;
using Rogatory.TestKit.Contracts;

namespace Rogatory.Azure.Tests.Sealing;

public sealed class ResolverKeyWrapTests : KeyWrapContract, IDisposable
{
    private readonly Keys keys = new();
    private readonly MovableTime time = new();

    protected override IKeyWrap KeyWrap => new ResolverKeyWrap(keys, new CurrentKeys(keys, time));

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task The_version_that_wrapped_is_named_and_still_unwraps_after_a_rotation()
    {
        var wrapped = await KeyWrap.WrapAsync(new byte[32], default);
        Assert.Equal("kek/1", wrapped.KeyId);

        await keys.MakeAsync(default);

        Assert.Equal("kek/2", (await KeyWrap.WrapAsync(new byte[32], default)).KeyId);
        Assert.Equal(new byte[32], await KeyWrap.UnwrapAsync("kek/1", wrapped.Bytes, default));
    }

    [Fact]
    public async Task A_version_that_was_made_elsewhere_wraps_here_a_few_minutes_later()
    {
        var keyWrap = KeyWrap;
        await keyWrap.WrapAsync(new byte[32], default);
        await keys.MakeAsync(default);

        time.Advance(CurrentKeys.SeenFor - TimeSpan.FromSeconds(1));
        Assert.Equal("kek/1", (await keyWrap.WrapAsync(new byte[32], default)).KeyId);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("kek/2", (await keyWrap.WrapAsync(new byte[32], default)).KeyId);
    }

    [Fact]
    public async Task What_a_disabled_version_wrapped_is_refused_for_that_reason()
    {
        var keyWrap = KeyWrap;
        var wrapped = await keyWrap.WrapAsync(new byte[32], default);
        await keys.MakeAsync(default);
        await keys.DisableAsync("kek/1", default);
        time.Advance(CurrentKeys.SeenFor);

        await Assert.ThrowsAsync<KeyDisabledException>(() => keyWrap.UnwrapAsync("kek/1", wrapped.Bytes, default).AsTask());
    }

    [Fact]
    public async Task Where_the_keys_do_not_answer_what_was_seen_of_them_is_good_for_an_hour_and_no_longer()
    {
        var keyWrap = KeyWrap;
        await keyWrap.WrapAsync(new byte[32], default);
        keys.Failure = new RequestFailedException(503, "busy");
        time.Advance(CurrentKeys.GoodFor - TimeSpan.FromSeconds(1));
        Assert.Equal("kek/1", (await keyWrap.WrapAsync(new byte[32], default)).KeyId);
        int asked = keys.Asked;
        await keyWrap.WrapAsync(new byte[32], default);
        Assert.Equal(asked, keys.Asked);

        time.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => keyWrap.WrapAsync(new byte[32], default).AsTask());
        keys.Failure = null;
        Assert.Equal("kek/1", (await keyWrap.WrapAsync(new byte[32], default)).KeyId);
    }

    [Fact]
    public async Task A_key_is_looked_up_once()
    {
        var keyWrap = KeyWrap;
        var wrapped = await keyWrap.WrapAsync(new byte[32], default);
        await keyWrap.WrapAsync(new byte[32], default);
        await keyWrap.UnwrapAsync("kek/1", wrapped.Bytes, default);
        await keyWrap.UnwrapAsync("kek/1", wrapped.Bytes, default);

        Assert.Equal(["kek/1"], keys.LookedUp);
        Assert.Equal(1, keys.Listed);
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

    /// <summary>RSA keys as Key Vault shows them: by name and version, and unknown ones as 404.</summary>
    private sealed class Keys : IKeyEncryptionKeyResolver, IKeyVersions, IDisposable
    {
        private readonly List<RsaKey> versions = [new("kek/1")];

        public List<string> LookedUp { get; } = [];

        public RequestFailedException? Failure { get; set; }

        public int Listed { get; private set; }

        public int Asked { get; private set; }

        public Task<IReadOnlyList<KeyVersion>> ListAsync(CancellationToken cancellationToken)
        {
            Asked++;
            if (Failure is not null)
                throw new StorageUnavailableException("kek", Failure);
            Listed++;
            return Task.FromResult<IReadOnlyList<KeyVersion>>([.. versions.Select(one => new KeyVersion(one.KeyId, DateTimeOffset.UnixEpoch, one.Open))]);
        }

        public Task MakeAsync(CancellationToken cancellationToken)
        {
            versions.Add(new RsaKey($"kek/{versions.Count + 1}"));
            return Task.CompletedTask;
        }

        public Task DisableAsync(string keyId, CancellationToken cancellationToken)
        {
            versions.Single(one => one.KeyId == keyId).IsDisabled = true;
            return Task.CompletedTask;
        }

        public Task<IKeyEncryptionKey> ResolveAsync(string keyId, CancellationToken cancellationToken = default) => Task.FromResult(Resolve(keyId, cancellationToken));

        public IKeyEncryptionKey Resolve(string keyId, CancellationToken cancellationToken = default)
        {
            if (Failure is not null)
                throw Failure;
            LookedUp.Add(keyId);
            return versions.Find(key => key.KeyId == keyId) ?? throw new RequestFailedException(404, "no such key");
        }

        public void Dispose() => versions.ForEach(key => key.Dispose());
    }

    private sealed class RsaKey(string keyId) : IKeyEncryptionKey, IDisposable
    {
        private readonly RSA rsa = RSA.Create(2048);

        public string KeyId => keyId;

        public bool IsDisabled { get; set; }

        public RsaJwk? Open => IsDisabled ? null : RsaJwk.From(rsa, keyId);

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
