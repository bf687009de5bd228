using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>What a partner says of a body that it uploaded.</summary>
/// <param name="Partner">The caller, by its verified signature.</param>
/// <param name="Path">Case, item and upload.</param>
/// <param name="KeyEnvelope">The key envelope for our public key, as sent.</param>
/// <param name="Header">The body's first 40 bytes.</param>
/// <param name="Commitment">32 bytes.</param>
/// <param name="SealedRoot">32 bytes.</param>
/// <param name="Size">The sealed body's length in bytes.</param>
public sealed record CompletedUpload(
    PartnerId Partner, SealedPath Path, ReadOnlyMemory<byte> KeyEnvelope, byte[] Header, byte[] Commitment, byte[] SealedRoot, long Size);
