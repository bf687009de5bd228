using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>An item as a partner sends it: who, where to, and what the signed headers say of the body.</summary>
/// <param name="Partner">The caller, by its verified signature.</param>
/// <param name="Case">The case.</param>
/// <param name="Item">The item.</param>
/// <param name="Size">The body's length in bytes.</param>
/// <param name="Sha256">The 32 bytes of the signed Content-Digest.</param>
/// <param name="Content">The body, not yet read.</param>
public sealed record SentItem(PartnerId Partner, CaseId Case, ItemId Item, long Size, ReadOnlyMemory<byte> Sha256, Stream Content);
