using System.Collections.Concurrent;
using System.Security.Cryptography;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Envelope;

namespace Rogatory.TestKit.InMemory;

/// <summary>A key-encryption key in memory, with RSA as it is elsewhere, and its versions. Making a key is slow: many can share one.</summary>
/// <param name="key">The first version; null for one of its own.</param>
public sealed class InMemoryKeyWrap(RSAParameters? key = null) : IKeyWrap, IKeyVersions, IDisposable
{
    public const string KeyId = "in-memory/1";

    // The same second version for all, and so on: no test depends on another's.
    private static readonly ConcurrentDictionary<int, Lazy<RSAParameters>> Later = new();

    private readonly List<Version> versions = [new Version(KeyId, key is { } shared ? RSA.Create(shared) : RSA.Create(2048))];
    private int unwraps;

    /// <summary>How often something was unwrapped.</summary>
    public int Unwraps => Volatile.Read(ref unwraps);

    /// <summary>Lets what is wrapped from here on be something else than what was to be.</summary>
    public bool Garbles { get; set; }

    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        Version newest = versions.Last(one => one.IsEnabled);
        byte[] wrapped = key.ToArray();
        wrapped[0] ^= (byte)(Garbles ? 1 : 0);
        return ValueTask.FromResult(new WrappedKey(newest.KeyId, newest.Rsa.Encrypt(wrapped, RSAEncryptionPadding.OaepSHA256)));
    }

    public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref unwraps);
        Version version = versions.Find(one => one.KeyId == keyId) ?? throw new CryptographicException("The key is unknown.");
        return version.IsEnabled
            ? ValueTask.FromResult(version.Rsa.Decrypt(wrappedKey.Span, RSAEncryptionPadding.OaepSHA256))
            : throw new KeyDisabledException();
    }

    public Task<IReadOnlyList<KeyVersion>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<KeyVersion>>(
        [.. versions.ToArray().Select((one, at) => new KeyVersion(
            one.KeyId, DateTimeOffset.UnixEpoch.AddDays(at), one.IsEnabled ? RsaJwk.From(one.Rsa, one.KeyId) : null))]);

    public Task MakeAsync(CancellationToken cancellationToken)
    {
        lock (versions)
        {
            int number = versions.Count + 1;
            RSAParameters made = Later.GetOrAdd(number, _ => new Lazy<RSAParameters>(NewKey)).Value;
            versions.Add(new Version($"in-memory/{number}", RSA.Create(made)));
        }

        return Task.CompletedTask;
    }

    public Task DisableAsync(string keyId, CancellationToken cancellationToken)
    {
        versions.Single(one => one.KeyId == keyId).IsEnabled = false;
        return Task.CompletedTask;
    }

    public void Enable(string keyId) => versions.Single(one => one.KeyId == keyId).IsEnabled = true;

    public void Dispose() => versions.ForEach(one => one.Rsa.Dispose());

    private static RSAParameters NewKey()
    {
        using var made = RSA.Create(2048);
        return made.ExportParameters(includePrivateParameters: true);
    }

    private sealed class Version(string keyId, RSA rsa)
    {
        public string KeyId => keyId;

        public RSA Rsa => rsa;

        public bool IsEnabled { get; set; } = true;
    }
}
