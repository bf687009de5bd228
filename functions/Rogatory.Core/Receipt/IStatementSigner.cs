using Rogatory.Core.Case;

namespace Rogatory.Core.Receipt;

/// <summary>Holds the private key that statements are signed with; in Azure a key vault, locally a development key.</summary>
public interface IStatementSigner
{
    /// <summary>The id of the key, as it stands in the published key set.</summary>
    string KeyId { get; }

    /// <summary>What its statements are about; a key of the space of drills signs nothing that verifies as real.</summary>
    Space Space => Space.Real;

    /// <summary>Signs with ES256 (RFC 7518 section 3.4).</summary>
    /// <returns>r and s as 32 bytes each, over the SHA-256 of the input.</returns>
    ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken);
}
