using System.Security.Cryptography;
using Rogatory.Envelope;

namespace Rogatory.TestKit.InMemory;

/// <summary>A key-encryption key in memory, with RSA as it is elsewhere. Make one for many tests: making the key is slow.</summary>
public sealed class InMemoryKeyWrap : IKeyWrap, IDisposable
{
    public const string KeyId = "in-memory/1";

    private readonly RSA rsa = RSA.Create(2048);

    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new WrappedKey(KeyId, rsa.Encrypt(key.Span, RSAEncryptionPadding.OaepSHA256)));

    public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken) =>
        keyId == KeyId
            ? ValueTask.FromResult(rsa.Decrypt(wrappedKey.Span, RSAEncryptionPadding.OaepSHA256))
            : throw new CryptographicException("The key is unknown.");

    public void Dispose() => rsa.Dispose();
}
