namespace Rogatory.Core.Risk;

/// <summary>A rule that might fire if more were known.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Missing">The facts that are unknown.</param>
public sealed record RiskOpenQuestion(string Rule, IReadOnlyList<string> Missing);
