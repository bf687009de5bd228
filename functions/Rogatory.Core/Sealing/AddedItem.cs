using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>An item as an officer adds it: declared and sent in one call.</summary>
/// <param name="Officer">Who adds it.</param>
/// <param name="Case">The case.</param>
/// <param name="Item">The id that it gets.</param>
/// <param name="Name">Its file name; sensitive, kept in the key envelope only.</param>
/// <param name="Type">Its media type, without parameters; kept in the key envelope only.</param>
/// <param name="Size">The body's length in bytes.</param>
/// <param name="Sha256">The 32 bytes of its Content-Digest.</param>
/// <param name="DataCategories">Codes of the transfer fact <c>data.categories</c>; none where it holds no personal data.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Content">The body, not yet read.</param>
public sealed record AddedItem(
    OfficerId Officer,
    CaseId Case,
    ItemId Item,
    string Name,
    string Type,
    long Size,
    ReadOnlyMemory<byte> Sha256,
    IReadOnlyList<string> DataCategories,
    ItemOrigin Origin,
    Stream Content)
{
    /// <summary>Says the id only.</summary>
    public override string ToString() => $"{nameof(AddedItem)} {Item}";
}
