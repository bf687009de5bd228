using System.Security.Cryptography;

namespace Rogatory.Envelope.Tests;

internal sealed class RsaKeyWrap : IKeyWrap
{
    public const string KeyId = "kek/1";

    /// <summary>Costly to make, so all tests share it.</summary>
    public static readonly RsaKeyWrap Shared = new(RSA.Create(2048));

    public RsaKeyWrap(RSA rsa) => Rsa = rsa;

    public RSA Rsa { get; }

    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        lock (Rsa)
            return ValueTask.FromResult(new WrappedKey(KeyId, Rsa.Encrypt(key.Span, RSAEncryptionPadding.OaepSHA256)));
    }

    public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken)
    {
        if (keyId != KeyId)
            throw new CryptographicException("Unknown key.");
        lock (Rsa)
            return ValueTask.FromResult(Rsa.Decrypt(wrappedKey.Span, RSAEncryptionPadding.OaepSHA256));
    }
}
