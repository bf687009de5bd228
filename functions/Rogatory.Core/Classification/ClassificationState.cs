using System.Collections.Immutable;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Classification;

/// <summary>What is known of the content of a case's items: a part of the fold over its ledger. Counts, codes and digests only.</summary>
public sealed record ClassificationState
{
    /// <summary>What was found, by item id.</summary>
    public ImmutableDictionary<string, ItemClassified> Items { get; init; } = ImmutableDictionary<string, ItemClassified>.Empty;

    /// <summary>The blocks, by item id.</summary>
    public ImmutableDictionary<string, BlocksCommitted> Blocks { get; init; } = ImmutableDictionary<string, BlocksCommitted>.Empty;

    /// <summary>What was found in an item; null while it is not classified.</summary>
    public ItemClassified? Find(ItemId item) => Items.GetValueOrDefault(item.ToString());

    /// <summary>An item's blocks; null where it has none, or is not classified.</summary>
    public BlocksCommitted? BlocksOf(ItemId item) => Blocks.GetValueOrDefault(item.ToString());

    /// <summary>The case after a line about what an item holds.</summary>
    /// <exception cref="CaseHistoryException">The event cannot happen here.</exception>
    internal static CaseState Fold(CaseState state, ClassificationEvent happened, long seq)
    {
        ClassificationState before = state.Classification;
        string item = happened.Item.ToString();
        if (state.Find(happened.Item) is null || !Derivation.IsContent(happened.Item))
            throw new CaseHistoryException(seq, "the item is not sealed, or is none whose content is searched");
        return happened switch
        {
            ItemClassified one when !before.Items.ContainsKey(item) && one.Findings == Derivation.FindingsOf(one.Item)
                && state.Find(one.Findings)?.Command == one.Command => state with { Classification = before with { Items = before.Items.Add(item, one) } },
            BlocksCommitted one when !before.Blocks.ContainsKey(item) => state with { Classification = before with { Blocks = before.Blocks.Add(item, one) } },
            _ => throw new CaseHistoryException(seq, "it was said of the item before, or its findings are not sealed with it"),
        };
    }
}
