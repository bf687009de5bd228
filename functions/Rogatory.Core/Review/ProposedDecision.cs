namespace Rogatory.Core.Review;

/// <summary>A decision as a reviewer states it.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="Ground">A code, such as <c>essential-interests</c> or <c>complete-and-lawful</c>.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="Reasons">The reasons; sealed, never in the ledger.</param>
public sealed record ProposedDecision(DecisionKind Kind, string Ground, string Citation, string Reasons)
{
    /// <summary>Says nothing of the reasons: they are sensitive.</summary>
    public override string ToString() => $"{nameof(ProposedDecision)} {Kind}";
}
