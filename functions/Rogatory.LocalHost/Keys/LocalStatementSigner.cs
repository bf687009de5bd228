using System.Security.Cryptography;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.LocalHost.Keys;

/// <summary>Signs statements with a key in a file, where a deployment has a key vault.</summary>
public sealed class LocalStatementSigner : IStatementSigner, IDisposable
{
    private readonly ECDsa _key;

    public LocalStatementSigner(string privateJwk, Space space)
    {
        (_key, KeyId) = PrivateJwk.ParseEc(privateJwk);
        Space = space;
    }

    public Space Space { get; }

    public string KeyId { get; }

    public EcJwk PublicKey => EcJwk.From(_key, KeyId);

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public void Dispose() => _key.Dispose();
}
