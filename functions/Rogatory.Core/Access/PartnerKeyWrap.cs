using System.Security.Cryptography;
using Rogatory.Core.Receipt;
using Rogatory.Envelope;

namespace Rogatory.Core.Access;

/// <summary>Wraps keys to somebody's public key. Nothing here can unwrap them again.</summary>
public sealed class PartnerKeyWrap(RsaJwk partner) : IKeyWrap
{
    /// <inheritdoc />
    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        using RSA rsa = partner.Open();
        return ValueTask.FromResult(new WrappedKey(partner.KeyId, rsa.Encrypt(key.Span, RSAEncryptionPadding.OaepSHA256)));
    }

    /// <inheritdoc />
    /// <exception cref="CryptographicException">Always: the private key is not ours.</exception>
    public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken) =>
        throw new CryptographicException("A public key does not unwrap.");
}
