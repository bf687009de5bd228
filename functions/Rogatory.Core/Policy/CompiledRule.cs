using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>A rule that can be asked.</summary>
internal sealed record CompiledRule(TransferRule Rule, InForce InForce, Predicate When, Predicate? Must, TransferPack Pack)
{
    /// <summary>Every fact that it uses, once.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; } = [.. When.Facts.Concat(Must?.Facts ?? []).Distinct()];
}
