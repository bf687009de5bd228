using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>What a case's lines on one erasure come to.</summary>
public sealed record ErasureState
{
    /// <summary>As it was proposed.</summary>
    public required ErasureProposed Proposal { get; init; }

    /// <summary>Who proposed it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public ErasureStep Step { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Who rejected it.</summary>
    public string? RejectedBy { get; init; }

    /// <summary>The sealed item with the reasons for approving or rejecting it.</summary>
    public ItemId? DecisionReasons { get; init; }

    /// <summary>What was approved, and once it has begun what is erased: each sealed item.</summary>
    public ImmutableList<ItemId> Items { get; init; } = [];

    /// <summary>What the ledger says is erased, by item id.</summary>
    public ImmutableHashSet<string> Erased { get; init; } = [];

    /// <summary>Hex SHA-256 of the certificate, once it is done.</summary>
    public string? Statement { get; init; }

    /// <summary>Its number in its case.</summary>
    public int Number => Proposal.Erasure;

    /// <summary>Whether it is for all that the case holds.</summary>
    public bool IsOfAll => Proposal.Items.Count == 0;

    /// <summary>
    /// Whether it corrects (LED art. 16(2)), so that whom the data came from and whoever has them is told to erase them as well (LED art. 16(5), (6)).
    /// What is only needed no longer here may still be needed there.
    /// </summary>
    public bool IsCorrection => Proposal.Ground is ErasureGround.UnlawfulProcessing or ErasureGround.LegalObligation;

    /// <summary>Whether it was approved, and the ledger does not say yet that it is done.</summary>
    public bool IsUnderWay => Step is ErasureStep.Approved or ErasureStep.Begun;

    /// <summary>Whether it has begun: nothing of it is ever read again.</summary>
    public bool HasBegun => Step is ErasureStep.Begun or ErasureStep.Erased;

    /// <summary>
    /// Whether it is for the item: names it, or what it is derived from, or the whole case. Once it is approved nothing is added but what is
    /// derived and, to an erasure of the whole case, until it begins, what people write about the case.
    /// </summary>
    public bool Covers(ItemId item) => Step switch
    {
        ErasureStep.Begun or ErasureStep.Erased => Derivation.Covers(Items, item),
        ErasureStep.Approved => Derivation.Covers(Items, item) || (IsOfAll && Derivation.IsWords(item) && !Derivation.SaysWhy(item)),
        _ => IsOfAll ? !Derivation.SaysWhy(item) : Derivation.Covers(Proposal.Items, item),
    };

    /// <summary>What it is for: while it is proposed, as the case stands; then as it was approved; of one that was not, what it named.</summary>
    public IReadOnlyList<ItemId> ItemsIn(CaseState state) => Step switch
    {
        ErasureStep.Proposed => ErasureCheck.ItemsOf(state, this),
        ErasureStep.Rejected or ErasureStep.Lapsed => Proposal.Items,
        _ => Items,
    };

    /// <summary>The state after one more line about it, or null when the event cannot happen here.</summary>
    public ErasureState? Apply(RetentionEvent happened, string actor) => (Step, happened) switch
    {
        (ErasureStep.Proposed, ErasureApproved one) => actor == ProposedBy || one.Items.Count == 0 || !one.Items.All(Covers)
            ? null
            : this with { Step = ErasureStep.Approved, ApprovedBy = actor, DecisionReasons = one.Reasons, Items = [.. one.Items] },
        (ErasureStep.Proposed, ErasureRejected one) => this with { Step = ErasureStep.Rejected, RejectedBy = actor, DecisionReasons = one.Reasons },
        (ErasureStep.Proposed, ErasureLapsed) => this with { Step = ErasureStep.Lapsed },
        (ErasureStep.Approved, ErasureBegun one) => one.Items.Count == 0 || !one.Items.All(Covers) ? null : this with { Step = ErasureStep.Begun, Items = [.. one.Items] },
        (ErasureStep.Begun, ItemErased one) => Erase(one),
        _ => null,
    };

    private ErasureState? Erase(ItemErased one)
    {
        if (!Items.Contains(one.Item) || Erased.Contains(one.Item.ToString()))
            return null;
        ImmutableHashSet<string> erased = Erased.Add(one.Item.ToString());
        return this with { Erased = erased, Step = erased.Count == Items.Count ? ErasureStep.Erased : Step, Statement = one.Statement };
    }
}
