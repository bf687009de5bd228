using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rogatory.Ledger;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// What an extract keeps of an item, and what it removes. Kept is what stands in a selector of each kind that <see cref="Keep"/> has, and in none of
/// <see cref="Remove"/>; without <see cref="Keep"/>, everything else. As sensitive as the item.
/// </summary>
public sealed class ExtractRequest
{
    /// <summary>In bytes, as JSON.</summary>
    public const int MaximumSize = 1 << 20;

    internal ExtractRequest(IReadOnlyList<ExtractSelector> keep, IReadOnlyList<ExtractSelector> remove, bool asText) =>
        (Keep, Remove, AsText) = (keep, remove, asText);

    /// <summary>What stays. What does not goes without a trace, and its values are not searched for.</summary>
    public IReadOnlyList<ExtractSelector> Keep { get; }

    /// <summary>What goes. Values of fields, spans and categories become marks; these and those of columns may then stand nowhere in the extract.</summary>
    public IReadOnlyList<ExtractSelector> Remove { get; }

    /// <summary>Whether the extract is to be plain text, whatever the item is.</summary>
    public bool AsText { get; }

    /// <summary>What a ledger may say of it.</summary>
    public ExtractSummary Summary => new(Counts(Keep), Counts(Remove),
        [.. Keep.Concat(Remove).Where(one => one.Kind == ExtractSelectorKind.Categories).SelectMany(one => one.Names).Distinct().Order(StringComparer.Ordinal)], AsText);

    /// <summary>
    /// Reads <c>{"keep": […], "remove": […], "as": "text"}</c>, with one of the first two at least, of selectors with one member each: <c>{"rows": "1-10,15"}</c>,
    /// <c>lines</c>, <c>pages</c>, <c>{"columns": ["name", "B", "3"]}</c>, <c>{"fields": ["/persons/*/name"]}</c>, <c>{"spans": [[10, 20]]}</c>,
    /// <c>{"categories": ["iban"]}</c>, and to be removed <c>{"header": true}</c>.
    /// </summary>
    /// <exception cref="RefusedException">With slug <c>extract-malformed</c> and the pointer to the member: it is not of this form.</exception>
    public static ExtractRequest Parse(ReadOnlyMemory<byte> utf8) => ExtractRequestReader.Read(utf8);

    /// <summary>The request in canonical form (RFC 8785), which <see cref="Parse"/> reads.</summary>
    public byte[] ToJson()
    {
        var json = new JsonObject();
        if (AsText) json["as"] = "text";
        if (Keep.Count > 0) json["keep"] = Json(Keep);
        if (Remove.Count > 0) json["remove"] = Json(Remove);
        return CanonicalJson.Serialize(json);
    }

    /// <summary>The kinds alone.</summary>
    public override string ToString() => $"{nameof(ExtractRequest)} {{ {string.Join(", ", Keep.Concat(Remove).Select(one => one.Kind))} }}";

    internal static string NameOf(ExtractSelectorKind kind) => kind.ToString().ToLowerInvariant();

    internal bool Has(ExtractSelectorKind kind) => Keeps(kind) || Remove.Any(one => one.Kind == kind);

    internal bool Keeps(ExtractSelectorKind kind) => Keep.Any(one => one.Kind == kind);

    internal IEnumerable<ExtractRange> Ranges(bool keep, ExtractSelectorKind kind) => (keep ? Keep : Remove).Where(one => one.Kind == kind).SelectMany(one => one.Ranges);

    internal IEnumerable<string> Names(bool keep, ExtractSelectorKind kind) => (keep ? Keep : Remove).Where(one => one.Kind == kind).SelectMany(one => one.Names);

    private static ImmutableSortedDictionary<string, int> Counts(IReadOnlyList<ExtractSelector> selectors) =>
        selectors.GroupBy(one => NameOf(one.Kind)).ToImmutableSortedDictionary(
            group => group.Key, group => group.Sum(one => Math.Max(1, one.Ranges.Count + one.Names.Count)), StringComparer.Ordinal);

    private static JsonArray Json(IReadOnlyList<ExtractSelector> selectors) => new([.. selectors.Select(one => (JsonNode)new JsonObject { [NameOf(one.Kind)] = Value(one) })]);

    private static JsonNode Value(ExtractSelector selector) => selector.Kind switch
    {
        ExtractSelectorKind.Header => JsonValue.Create(true),
        ExtractSelectorKind.Spans => new JsonArray([.. selector.Ranges.Select(range => (JsonNode)new JsonArray(range.First, range.Last))]),
        ExtractSelectorKind.Rows or ExtractSelectorKind.Lines or ExtractSelectorKind.Pages =>
            JsonValue.Create(string.Join(',', selector.Ranges.Select(range => range.First == range.Last ? $"{range.First}" : $"{range.First}-{range.Last}"))),
        _ => new JsonArray([.. selector.Names.Select(name => (JsonNode)JsonValue.Create(name))]),
    };
}
