using System.Security.Cryptography;
using Rogatory.Envelope;

namespace Rogatory.TestKit.InMemory;

/// <summary>A key-encryption key in memory, with RSA as it is elsewhere. Making a key is slow: many can share one.</summary>
/// <param name="key">The key; null for one of its own.</param>
public sealed class InMemoryKeyWrap(RSAParameters? key = null) : IKeyWrap, IDisposable
{
    public const string KeyId = "in-memory/1";

    private readonly RSA rsa = key is { } shared ? RSA.Create(shared) : RSA.Create(2048);

    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new WrappedKey(KeyId, rsa.Encrypt(key.Span, RSAEncryptionPadding.OaepSHA256)));

    public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken) =>
        keyId == KeyId
            ? ValueTask.FromResult(rsa.Decrypt(wrappedKey.Span, RSAEncryptionPadding.OaepSHA256))
            : throw new CryptographicException("The key is unknown.");

    public void Dispose() => rsa.Dispose();
}
