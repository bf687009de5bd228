using System.Collections.Immutable;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The extracts made in a case: a part of the fold over its ledger.</summary>
public sealed record ExtractState
{
    /// <summary>By the id of the extract.</summary>
    public ImmutableDictionary<string, ExtractMade> Made { get; init; } = ImmutableDictionary<string, ExtractMade>.Empty;

    /// <summary>How the extract was made, or null where the item is none.</summary>
    public ExtractMade? Find(ItemId item) => Made.GetValueOrDefault(item.ToString());

    /// <summary>The extract that a command made, or null.</summary>
    public ExtractMade? Find(CommandId command) => Made.Values.FirstOrDefault(one => one.Command == command);

    /// <summary>Whether there is an extract of the item.</summary>
    public bool HasOf(ItemId source) => Made.Values.Any(one => one.Source == source);

    /// <summary>
    /// Finding categories of which an extract has marks and that speak of somebody all the same: special categories (LED art. 10), minors, victims, witnesses. A mark in
    /// place of a word takes away the word, not what stands around it.
    /// </summary>
    public IEnumerable<KeyValuePair<string, long>> MarkedIn(ItemId item) =>
        (Find(item)?.Marks ?? ImmutableDictionary<string, long>.Empty).Where(one => FindingCategories.Find(one.Key)?.Family is "special" or "vulnerable");

    /// <summary>The number that the item's next extract gets, from 1.</summary>
    public int NextNumber(ItemId source) => 1 + Made.Values.Count(one => one.Source == source);

    /// <summary>These items, and directly after each extract its proof: it goes wherever the extract goes.</summary>
    public IReadOnlyList<ItemId> WithProofs(IReadOnlyList<ItemId> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return [.. items.SelectMany(item => Find(item)?.Proof is { } proof && !items.Contains(proof) ? [item, proof] : new[] { item })];
    }

    /// <summary>With one more extract; null where it is none that can be made of its source.</summary>
    internal ExtractState? Add(ExtractMade one, CaseState state) =>
        one.Item == ExtractId.Of(one.Source, NextNumber(one.Source)) && Derivation.SourceOf(one.Item) == one.Source
        && state.Find(one.Source)?.SealedRoot == one.SourceRoot && state.Find(one.Item) is not null && state.Find(one.Reasons) is not null
        && (one.Proof is not { } proof || (proof == ExtractId.ProofOf(one.Item) && state.Find(proof) is not null && state.Classification.BlocksOf(one.Source) is not null))
            ? this with { Made = Made.Add(one.Item.ToString(), one) }
            : null;
}
