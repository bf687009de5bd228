using System.Text.RegularExpressions;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Which items hold the content of which.</summary>
public static partial class Derivation
{
    /// <summary>Whether the item is one of those named, or derived from one: <c>statement.findings</c> is from <c>statement</c>.</summary>
    /// <remarks>What a person wrote in the case (reasons, justifications) is kept under <c>request</c> and is not derived from it.</remarks>
    public static bool Covers(IReadOnlyCollection<ItemId> named, ItemId item)
    {
        ArgumentNullException.ThrowIfNull(named);
        return named.Contains(item) || (SourceOf(item) is { } source && named.Contains(source)) || (HolderOf(item) is { } holder && named.Contains(holder));
    }

    /// <summary>What the item is derived from; null when it is an original, or a person's words.</summary>
    public static ItemId? SourceOf(ItemId item)
    {
        string id = item.ToString();
        int dot = id.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 || IsWords(item) ? null : ItemId.Parse(id[..dot]);
    }

    /// <summary>The extract or correction that the item belongs to (<c>statement.extract-1</c> of <c>statement.extract-1-findings</c>); null when it belongs to none.</summary>
    public static ItemId? HolderOf(ItemId item)
    {
        Match match = DerivedForm().Match(item.ToString());
        return match.Groups["of"].Success ? ItemId.Parse(match.Groups["content"].Value) : null;
    }

    /// <summary>What an extract, or its proof, is of; any other item itself.</summary>
    public static ItemId OriginalOf(ItemId item) =>
        DerivedForm().Match(item.ToString()) is { Success: true } match && match.Groups["extract"].Success ? SourceOf(item)!.Value : item;

    /// <summary>Whether the item holds material: an original, an extract of one, or what an officer put right. What else people wrote in the case is none, and neither is what we found in it.</summary>
    public static bool IsContent(ItemId item) =>
        !item.ToString().Contains('.', StringComparison.Ordinal) || (DerivedForm().Match(item.ToString()) is { Success: true } match && !match.Groups["of"].Success);

    /// <summary>Whether the item is material as it was received, added or put right: no extract, and not the request itself.</summary>
    public static bool IsOriginal(ItemId item) => IsContent(item) && OriginalOf(item) == item && (SourceOf(item) ?? item) != ItemId.Request;

    /// <summary>The item that holds what was found in an item of content: <c>statement.findings</c>, <c>statement.extract-1-findings</c>, <c>statement.rectification-1-findings</c>.</summary>
    /// <exception cref="ArgumentException">It is no content.</exception>
    public static ItemId FindingsOf(ItemId item) => IsContent(item)
        ? ItemId.Parse($"{item}{(item.ToString().Contains('.', StringComparison.Ordinal) ? '-' : '.')}findings")
        : throw new ArgumentException("Nothing is found in what is no content.", nameof(item));

    /// <summary>Whether the item is what a person wrote in the case: reasons, or a justification.</summary>
    public static bool IsWords(ItemId item) => WordsForm().IsMatch(item.ToString());

    /// <summary>Whether the item is what was found in another: it goes to nobody.</summary>
    public static bool IsFindings(ItemId item) => item.ToString() is var id && (id.EndsWith(".findings", StringComparison.Ordinal) || (HolderOf(item) is not null && id.EndsWith("-findings", StringComparison.Ordinal)));

    /// <summary>Whether the item says why something was held, kept or erased, or is about an incident (LED art. 30(5)). It outlives the case, and goes only when it is named itself.</summary>
    public static bool SaysWhy(ItemId item) => RetentionForm().IsMatch(item.ToString());

    [GeneratedRegex(@"\A(?<content>[a-z0-9-]+\.((?<extract>extract)|rectification)-[1-9][0-9]{0,5})(?<of>-findings|(?<=[.]extract-[0-9]+)-proof)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DerivedForm();

    // As SealText names them.
    [GeneratedRegex(@"\Arequest\.[a-z]+(-[a-z]+)*-[0-9a-f]{12}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordsForm();

    /// <summary>Whether the item is what a person wrote about an incident or a broken glass, which the data protection officer looks into.</summary>
    public static bool IsForOversight(ItemId item) =>
        IsWords(item) && item.ToString() is var id && (id.StartsWith("request.incident", StringComparison.Ordinal) || id.StartsWith("request.glass", StringComparison.Ordinal));

    [GeneratedRegex(@"\Arequest\.(hold|keeping|erasure|incident)(-[a-z]+)?-[0-9a-f]{12}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RetentionForm();
}
