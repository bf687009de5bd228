namespace Rogatory.Core.Classification;

/// <summary>A kind of thing that detectors find.</summary>
/// <param name="Code">The code, as in <c>payment-card</c>. Codes are only ever added: sealed findings are read again.</param>
/// <param name="Family"><c>identity</c>, <c>financial</c>, <c>contact</c>, <c>online</c>, <c>legal</c>, <c>special</c> or <c>vulnerable</c>.</param>
/// <param name="DataCategories">The data categories of the transfer facts that an item with such a finding holds.</param>
/// <param name="Citation">The law that makes it one.</param>
/// <param name="Description">What it is, in words.</param>
public sealed record FindingCategory(string Code, string Family, IReadOnlyList<string> DataCategories, string Citation, string Description);
