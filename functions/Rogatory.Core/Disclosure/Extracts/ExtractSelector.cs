namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>One thing that an extract keeps or removes. Names and places can tell about persons: it is as sensitive as the item.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Ranges">The numbers of rows, lines or pages, or the spans, in order and apart; else empty.</param>
/// <param name="Names">The columns, the fields' pointers or the categories; else empty.</param>
public sealed record ExtractSelector(ExtractSelectorKind Kind, IReadOnlyList<ExtractRange> Ranges, IReadOnlyList<string> Names)
{
    /// <summary>The kind alone.</summary>
    public override string ToString() => $"{nameof(ExtractSelector)} {{ {Kind} }}";
}
