namespace Rogatory.Api.Risk;

/// <summary>A mitigation that is demanded, the rules that demand it, and how it is met.</summary>
public sealed record RiskViewDemand(string Mitigation, IReadOnlyList<string> Rules, string How);
