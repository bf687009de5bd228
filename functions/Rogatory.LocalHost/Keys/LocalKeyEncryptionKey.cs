using System.Security.Cryptography;
using Azure.Core.Cryptography;
using Rogatory.Core.Receipt;

namespace Rogatory.LocalHost.Keys;

/// <summary>A key-encryption key in a file, where a deployment has a key vault; and the resolver that knows it alone.</summary>
public sealed class LocalKeyEncryptionKey : IKeyEncryptionKey, IKeyEncryptionKeyResolver, IDisposable
{
    private const string OnlyAlgorithm = "RSA-OAEP-256";

    private readonly RSA _key;

    public LocalKeyEncryptionKey(string privateJwk) => (_key, KeyId) = PrivateJwk.ParseRsa(privateJwk);

    public string KeyId { get; }

    /// <summary>The public half, to seal to.</summary>
    public RsaJwk PublicKey => RsaJwk.From(_key, KeyId);

    public byte[] WrapKey(string algorithm, ReadOnlyMemory<byte> key, CancellationToken cancellationToken = default)
    {
        Check(algorithm);
        return _key.Encrypt(key.Span, RSAEncryptionPadding.OaepSHA256);
    }

    public Task<byte[]> WrapKeyAsync(string algorithm, ReadOnlyMemory<byte> key, CancellationToken cancellationToken = default) =>
        Task.FromResult(WrapKey(algorithm, key, cancellationToken));

    public byte[] UnwrapKey(string algorithm, ReadOnlyMemory<byte> encryptedKey, CancellationToken cancellationToken = default)
    {
        Check(algorithm);
        return _key.Decrypt(encryptedKey.Span, RSAEncryptionPadding.OaepSHA256);
    }

    public Task<byte[]> UnwrapKeyAsync(string algorithm, ReadOnlyMemory<byte> encryptedKey, CancellationToken cancellationToken = default) =>
        Task.FromResult(UnwrapKey(algorithm, encryptedKey, cancellationToken));

    public IKeyEncryptionKey Resolve(string keyId, CancellationToken cancellationToken = default) =>
        string.Equals(keyId, KeyId, StringComparison.Ordinal) ? this : throw new CryptographicException("The key is not one of this authority.");

    public Task<IKeyEncryptionKey> ResolveAsync(string keyId, CancellationToken cancellationToken = default) =>
        Task.FromResult(Resolve(keyId, cancellationToken));

    public void Dispose() => _key.Dispose();

    private static void Check(string algorithm)
    {
        if (!string.Equals(algorithm, OnlyAlgorithm, StringComparison.Ordinal))
            throw new CryptographicException("Keys are wrapped with RSA-OAEP-256 only.");
    }
}
