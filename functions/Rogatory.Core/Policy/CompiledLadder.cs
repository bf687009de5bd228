using Rogatory.Core.Transfer;

namespace Rogatory.Core.Policy;

/// <summary>A ladder that can be climbed.</summary>
internal sealed record CompiledLadder(TransferLadder Ladder, InForce InForce, Predicate When, IReadOnlyList<CompiledRung> Rungs, TransferPack Pack)
{
    /// <summary>Every fact that it uses, once.</summary>
    public IReadOnlyList<FactDefinition> Facts { get; } = [.. When.Facts.Concat(Rungs.SelectMany(rung => rung.Holds.Facts)).Distinct()];
}
