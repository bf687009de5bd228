using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;

namespace Rogatory.Api.Disclosure;

/// <summary>An extract of an item.</summary>
/// <param name="Item">The extract, an item of the case.</param>
/// <param name="Of">The item that it is of.</param>
/// <param name="Format">What it is made as.</param>
/// <param name="Selectors">By what it was chosen what stays and goes, such as <c>keep:rows</c>.</param>
/// <param name="Categories">The finding categories of which every value was removed.</param>
/// <param name="Marks">How many values became marks, by finding category.</param>
/// <param name="Removed">How many rows, columns and the like were left out.</param>
/// <param name="Proof">The item with the proof of what stands in it word for word; null where there is none.</param>
/// <param name="Blocks">The recorded blocks of the item that it is of, against which the proof is checked; null with <paramref name="Proof"/>.</param>
public sealed record ExtractView(
    string Item,
    string Of,
    string Format,
    IReadOnlyList<string> Selectors,
    IReadOnlyList<string> Categories,
    IReadOnlyDictionary<string, long> Marks,
    IReadOnlyDictionary<string, long> Removed,
    string? Proof,
    BlocksView? Blocks)
{
    public static ExtractView From(CaseState state, ExtractMade made) => new(
        made.Item.ToString(), made.Source.ToString(), made.Format, made.Selectors, made.Categories, made.Marks, made.Removed, made.Proof?.ToString(),
        made.Proof is null ? null : BlocksView.From(state.Classification.BlocksOf(made.Source)!));
}
