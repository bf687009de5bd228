namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>What a ledger may say of a request for an extract: codes and counts, no name or place.</summary>
/// <param name="Keep">By kind of selector (<c>rows</c>, <c>columns</c>), how many ranges or names are kept.</param>
/// <param name="Remove">The same of what is removed.</param>
/// <param name="Categories">The finding categories that are kept or removed, in order.</param>
/// <param name="AsText">Whether text is made of whatever the item is.</param>
public sealed record ExtractSummary(
    IReadOnlyDictionary<string, int> Keep, IReadOnlyDictionary<string, int> Remove, IReadOnlyList<string> Categories, bool AsText);
