using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>A rule of a risk pack that can be asked.</summary>
internal sealed record CompiledRiskRule(RiskRule Rule, InForce InForce, Predicate When, RiskPack Pack)
{
    /// <summary>Every fact that it uses, once.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; } = [.. When.Facts.Distinct()];
}
