namespace Rogatory.Api.Risk;

/// <summary>A rule that fired.</summary>
public sealed record RiskViewFinding(
    string Rule, string Level, string Citation, bool Verified, string Message, IReadOnlyDictionary<string, string> Facts, IReadOnlyList<string> Demands);
