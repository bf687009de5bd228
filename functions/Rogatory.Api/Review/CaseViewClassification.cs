using Rogatory.Core.Case;
using Rogatory.Core.Classification;

namespace Rogatory.Api.Review;

/// <summary>What is known of an item's content. No partner sees it.</summary>
/// <param name="Format">What the item is.</param>
/// <param name="Pack">The version of the detectors.</param>
/// <param name="Findings">The sealed item with the findings themselves.</param>
/// <param name="Categories">How many findings there are by category, of those with a confidence of 0.5 or above.</param>
/// <param name="Doubtful">How many there are below that.</param>
/// <param name="Unread">How many parts could not be read, by why: nothing is known of them.</param>
/// <param name="Breaches">The limits that were met.</param>
/// <param name="Blocks">The blocks that can be proved; null where there are none.</param>
public sealed record CaseViewClassification(
    string Format,
    string Pack,
    string Findings,
    IReadOnlyDictionary<string, long> Categories,
    IReadOnlyDictionary<string, long> Doubtful,
    IReadOnlyDictionary<string, long> Unread,
    IReadOnlyList<string> Breaches,
    CaseViewBlocks? Blocks)
{
    public static CaseViewClassification? Of(CaseState state, ItemId item) => state.Classification.Find(item) is not { } one ? null : new(
        one.Format, one.Pack, one.Findings.ToString(), one.Categories, one.Doubtful, one.Unread, one.Breaches,
        state.Classification.BlocksOf(item) is { } blocks ? new CaseViewBlocks(ApiJson.Word(blocks.Kind), blocks.Count, blocks.Root) : null);
}
