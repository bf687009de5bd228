using System.Security.Cryptography;
using Azure.Core;
using Azure.Security.KeyVault.Keys.Cryptography;
using Rogatory.Core;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Functions.Keys;

/// <summary>Signs statements in Key Vault, with the version of the key that was the newest when the program started.</summary>
public sealed class VaultStatementSigner(string keyId, Space space, TokenCredential credential) : IStatementSigner
{
    private readonly CryptographyClient _key = new(new Uri(keyId), credential);

    public string KeyId => keyId;

    public Space Space => space;

    public async ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken)
    {
        try
        {
            SignResult signed = await _key.SignAsync(SignatureAlgorithm.ES256, SHA256.HashData(signingInput.Span), cancellationToken);
            // Already r and s, 32 bytes each.
            byte[] signature = signed.Signature;
            return signature;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StorageUnavailableException("signing-key", failure);
        }
    }
}
