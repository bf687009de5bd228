using System.Security.Cryptography;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Access;

/// <summary>Signs a partner's own statements with the key that signs its calls.</summary>
internal sealed class PartnerSigner(ECDsa key, string keyId) : IStatementSigner, IDisposable
{
    public string KeyId => keyId;

    public static async Task<PartnerSigner> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var (key, keyId) = await PartnerKeys.ReadSigningKeyAsync(path, cancellationToken);
        return new PartnerSigner(key, keyId);
    }

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
        ValueTask.FromResult(key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public void Dispose() => key.Dispose();
}
