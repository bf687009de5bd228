using System.Security.Cryptography;
using Rogatory.Envelope;

namespace Rogatory.Cli.Access;

/// <summary>Wraps and unwraps with the partner's own private key.</summary>
internal sealed class OwnKeyWrap(RSA rsa, string ownKeyId) : IKeyWrap, IDisposable
{
    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new WrappedKey(ownKeyId, rsa.Encrypt(key.Span, RSAEncryptionPadding.OaepSHA256)));

    public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken) =>
        keyId == ownKeyId
            ? ValueTask.FromResult(rsa.Decrypt(wrappedKey.Span, RSAEncryptionPadding.OaepSHA256))
            : throw new CryptographicException("It is wrapped for another key.");

    public void Dispose() => rsa.Dispose();
}
