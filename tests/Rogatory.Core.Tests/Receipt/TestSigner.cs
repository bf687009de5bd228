using System.Security.Cryptography;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Tests.Receipt;

internal sealed class TestSigner : IStatementSigner, IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeyId { get; init; } = "sig-1";

    public Space Space { get; init; } = Space.Real;

    public VerificationKey Published => new(EcJwk.From(Key, KeyId), Start, null) { Space = Space };

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public void Dispose() => Key.Dispose();
}
