namespace Rogatory.Core.Transfer;

/// <summary>One rung of a ladder that was tried.</summary>
/// <param name="Rule">The rung's id, such as <c>LED-36-ADEQ</c>.</param>
/// <param name="Citation">The provision.</param>
/// <param name="Holds">Whether it carries the transfer; null when facts are missing.</param>
/// <param name="Why">One sentence: why it holds, or why it does not.</param>
/// <param name="Missing">The stated facts that are missing.</param>
public sealed record RungOutcome(string Rule, string Citation, bool? Holds, string Why, IReadOnlyList<string> Missing);
