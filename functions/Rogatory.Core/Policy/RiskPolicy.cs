namespace Rogatory.Core.Policy;

/// <summary>The rules by which risk is assessed.</summary>
/// <param name="Rules">In the order of packs and rules.</param>
/// <param name="Version">The day of the newest pack.</param>
internal sealed record RiskPolicy(IReadOnlyList<CompiledRiskRule> Rules, string Version);
