using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>What a case's lines on retention come to: a part of the fold over its ledger. Ids, codes and digests only.</summary>
public sealed record RetentionState
{
    /// <summary>The legal holds, lifted ones too, in the order of their numbers.</summary>
    public ImmutableList<HoldState> Holds { get; init; } = [];

    /// <summary>Items whose bodies storage was made to hold. A hold that is placed makes storage be asked again.</summary>
    public ImmutableHashSet<string> HeldBodies { get; init; } = [];

    /// <summary>The erasures, in the order of their numbers.</summary>
    public ImmutableList<ErasureState> Erasures { get; init; } = [];

    /// <summary>When the case is to be reviewed; null until it is decided.</summary>
    public RetentionDateState? Review { get; init; }

    /// <summary>When the case is to be erased; null until it is decided.</summary>
    public RetentionDateState? Erasure { get; init; }

    /// <summary>The newest review that kept the case; null when there was none.</summary>
    public KeepingState? Reviewed { get; init; }

    /// <summary>Whether all that the case held is erased.</summary>
    public bool IsAllErased => Erasures.Exists(one => one is { IsOfAll: true, Step: ErasureStep.Erased });

    /// <summary>The earliest date that somebody has to keep, one that has passed and was not kept too; null when none runs.</summary>
    public DateTimeOffset? NextDue => Erasures.Where(one => one.Step == ErasureStep.Proposed).Select(one => (DateTimeOffset?)one.Proposal.LapseAt)
        .Concat(IsAllErased ? [] : [Review?.Date.At, Erasure?.Date.At]).Min();

    /// <summary>Whether an erasure of the item is approved, and the ledger does not say yet that it is done.</summary>
    public bool IsErasing(ItemId item) => Erasures.Exists(one => one.IsUnderWay && one.Covers(item));

    /// <summary>Whether the item is erased.</summary>
    public bool IsErased(ItemId item) => Erasures.Exists(one => one.Step == ErasureStep.Erased && one.Covers(item));

    /// <summary>Whether the item can't be read any more: its erasure has begun.</summary>
    public bool IsGone(ItemId item) => Erasures.Exists(one => one.HasBegun && one.Covers(item));

    /// <summary>Whether a hold stands on the item. One placed after its erasure had begun comes too late for it.</summary>
    public bool IsHeld(ItemId item) => Holds.Exists(one => one.Stands && one.Covers(item)) && !IsGone(item);

    /// <summary>The hold, or null.</summary>
    public HoldState? FindHold(int hold) => hold >= 1 && hold <= Holds.Count ? Holds[hold - 1] : null;

    /// <summary>The erasure, or null.</summary>
    public ErasureState? FindErasure(int erasure) => erasure >= 1 && erasure <= Erasures.Count ? Erasures[erasure - 1] : null;

    /// <summary>The state after one more line about it, or null when the event cannot happen here.</summary>
    public RetentionState? Apply(RetentionEvent happened, string actor) => happened switch
    {
        HoldPlaced one => one.Hold == Holds.Count + 1 ? Hold(new HoldState(one, actor)) : null,
        HoldLifted one => FindHold(one.Hold) is { Stands: true } hold && hold.PlacedBy != actor
            ? this with { Holds = Holds.SetItem(one.Hold - 1, hold with { LiftedBy = actor, LiftedReasons = one.Reasons }) }
            : null,
        BodiesHeld one => this with { HeldBodies = HeldBodies.Union(one.Items.Concat(one.Missing).Select(item => item.ToString())) },
        BodiesReleased one => this with { HeldBodies = HeldBodies.Except(one.Items.Select(item => item.ToString())) },
        DatesSet one => Review is null ? WithDates(one.Review, one.Erasure) : null,
        CaseReviewed one => Review is null || IsAllErased ? null : WithDates(one.Review, one.Erasure) with
        {
            Reviewed = new KeepingState(actor, one.Erasure.At, one.Ground, one.Citation, one.Reasons),
        },
        DateReminded one => Mark(one.Date, one.Due, date => date.IsReminded ? null : date with { IsReminded = true }),
        DatePassed one => Mark(one.Date, one.Due, date => date.IsOverdue ? null : date with { IsOverdue = true }),
        ErasureProposed one => one.Erasure == Erasures.Count + 1 ? Propose(new ErasureState { Proposal = one, ProposedBy = actor }) : null,
        ErasureApproved one => Change(one.Erasure, one, actor),
        ErasureRejected one => Change(one.Erasure, one, actor),
        ErasureLapsed one => Change(one.Erasure, one, actor),
        ErasureBegun one => one.Items.Any(item => IsHeld(item) || IsGone(item)) ? null : Change(one.Erasure, one, actor),
        ItemErased one => Change(one.Erasure, one, actor),
        _ => null,
    };

    private RetentionState Hold(HoldState hold) => this with
    {
        Holds = Holds.Add(hold),
        HeldBodies = [.. HeldBodies.Where(item => !hold.Covers(ItemId.Parse(item)))],
    };

    // Who proposes to erase the whole case has looked at it; where nothing comes of that, somebody has to look again.
    private RetentionState Propose(ErasureState erasure) => this with
    {
        Erasures = Erasures.Add(erasure),
        Review = erasure.IsOfAll && Review is { } review
            ? RetentionDateState.Of(review.Date with { At = erasure.Proposal.LapseAt, RemindAt = erasure.Proposal.LapseAt })
            : Review,
    };

    private RetentionState? Change(int erasure, RetentionEvent happened, string actor) =>
        FindErasure(erasure)?.Apply(happened, actor) is { } next ? this with { Erasures = Erasures.SetItem(erasure - 1, next) } : null;

    private RetentionState WithDates(RetentionDate review, RetentionDate erasure) =>
        this with { Review = RetentionDateState.Of(review, Review), Erasure = RetentionDateState.Of(erasure, Erasure) };

    private RetentionState? Mark(RetentionDateKind kind, DateTimeOffset due, Func<RetentionDateState, RetentionDateState?> mark)
    {
        RetentionDateState? marked = (kind == RetentionDateKind.Review ? Review : Erasure) is { } date && date.Date.At == due ? mark(date) : null;
        return marked is null ? null : kind == RetentionDateKind.Review ? this with { Review = marked } : this with { Erasure = marked };
    }
}
