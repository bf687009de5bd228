namespace Rogatory.Core.Risk;

/// <summary>A mitigation that is demanded.</summary>
/// <param name="Mitigation">Its code (<see cref="Risk.Mitigation"/>).</param>
/// <param name="Rules">The rules that demand it.</param>
public sealed record RiskDemand(string Mitigation, IReadOnlyList<string> Rules);
