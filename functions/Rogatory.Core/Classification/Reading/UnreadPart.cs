namespace Rogatory.Core.Classification.Reading;

/// <summary>Something that was not read, for a person to look at.</summary>
/// <param name="Part">The part, as in <see cref="Locator.Part"/>.</param>
/// <param name="Page">The page, where it is one page's.</param>
/// <param name="Reason">Why.</param>
public sealed record UnreadPart(string Part, int? Page, UnreadReason Reason);
