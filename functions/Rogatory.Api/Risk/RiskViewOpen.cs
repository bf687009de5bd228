namespace Rogatory.Api.Risk;

/// <summary>A rule that might fire if the facts named were known.</summary>
public sealed record RiskViewOpen(string Rule, IReadOnlyList<string> Missing);
