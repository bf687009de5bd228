using Rogatory.Core.Access;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Risk;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Case;

/// <summary>Which event may happen in which phase, and the phase after it. Total: every pair has an answer.</summary>
public static class CaseTransitions
{
    /// <summary>
    /// The phase that a case begins in. Nobody decides whether to execute what we ask or tell of our own accord, so a case of ours waits
    /// for no decision: that it may go out is for the transfer check and, in each disclosure, for another officer.
    /// </summary>
    /// <param name="kind">Who began it.</param>
    /// <param name="lastItem">Whether no item is declared.</param>
    public static CasePhase First(CaseKind kind, bool lastItem) =>
        kind == CaseKind.Incoming ? Next(CasePhase.None, RequestOpened.EventName, lastItem)!.Value : CasePhase.Accepted;

    /// <summary>The phase after <paramref name="eventName"/>, or null when the event cannot happen in <paramref name="phase"/>.</summary>
    /// <param name="phase">The phase before.</param>
    /// <param name="eventName">An event's name. A name that is not an event of a case can happen in no phase.</param>
    /// <param name="lastItem">Whether the event leaves no declared item unsealed.</param>
    public static CasePhase? Next(CasePhase phase, string eventName, bool lastItem) => (phase, eventName) switch
    {
        (CasePhase.None, RequestOpened.EventName) => lastItem ? CasePhase.AwaitingReceipt : CasePhase.AwaitingItems,
        (CasePhase.None, _) => null,

        (CasePhase.AwaitingItems, ItemSealed.EventName) => lastItem ? CasePhase.AwaitingReceipt : CasePhase.AwaitingItems,
        (CasePhase.AwaitingItems, ItemRejected.EventName or UploadGranted.EventName or UploadCompleted.EventName) => phase,
        (CasePhase.AwaitingReceipt, ReceiptIssued.EventName) => CasePhase.AwaitingDecision,

        (CasePhase.AwaitingDecision or CasePhase.ClarificationAsked or CasePhase.Postponed, RequestAccepted.EventName) => CasePhase.Accepted,
        (CasePhase.AwaitingDecision or CasePhase.ClarificationAsked or CasePhase.Postponed, ClarificationAsked.EventName) => CasePhase.ClarificationAsked,
        (CasePhase.AwaitingDecision or CasePhase.ClarificationAsked or CasePhase.Postponed, RequestPostponed.EventName) => CasePhase.Postponed,
        (CasePhase.AwaitingItems or CasePhase.AwaitingDecision or CasePhase.ClarificationAsked or CasePhase.Postponed, RequestRefused.EventName) => CasePhase.Refused,

        // Officers add material to what is accepted, and make extracts there, and nowhere else; and only what went out is answered.
        (CasePhase.Accepted, ItemAdded.EventName or ExtractMade.EventName or AnswerReceived.EventName) => phase,

        // What may happen to one disclosure depends on where it stands (DisclosureTransitions).
        (CasePhase.Accepted,
            DisclosureProposed.EventName or TransferChecked.EventName or DisclosureApproved.EventName or DisclosureRejected.EventName
            or ApprovalEscalated.EventName or GrantIssued.EventName or ItemReleased.EventName or ManifestIssued.EventName
            or DisclosureFetched.EventName or DisclosureWithdrawn.EventName or DisclosureRecalled.EventName or DisclosureEnded.EventName
            or CopyChecked.EventName or CopyFailed.EventName or CopiesRemoved.EventName or CollectionReminded.EventName or CollectionOverdue.EventName or CollectionReceived.EventName
            or RecallAcknowledged.EventName) => phase,

        // Material of our own (reasons, justifications), readings and clean-up go on in every phase.
        (_, RiskAssessed.EventName) => phase,
        (_, ItemSealed.EventName or ItemConsulted.EventName or AttemptAbandoned.EventName or UploadCleared.EventName or DeadlineMissed.EventName) => phase,

        // What is sealed is classified at once, whatever the case waits for.
        (_, ItemClassified.EventName or BlocksCommitted.EventName) => phase,

        // Holds, erasures and the rotation of keys are possible in every phase; dates run once the case is decided (RetentionState).
        (CasePhase.Accepted or CasePhase.Refused, DatesSet.EventName or DateReminded.EventName or DatePassed.EventName or CaseReviewed.EventName) => phase,
        (_,
            HoldPlaced.EventName or HoldLifted.EventName or BodiesHeld.EventName or BodiesReleased.EventName or ErasureProposed.EventName
            or ErasureApproved.EventName or ErasureRejected.EventName or ErasureLapsed.EventName or ErasureBegun.EventName or ItemErased.EventName
            or KeysRotated.EventName or RotationFailed.EventName) => phase,

        // So are corrections, and telling of them (CorrectionState).
        (_, ItemRestricted.EventName or ItemUnrestricted.EventName or ItemRectified.EventName) => phase,
        (_, NoticeIssued.EventName or NoticeReminded.EventName or NoticeOverdue.EventName or NoticeAcknowledged.EventName) => phase,
        _ => null,
    };

    /// <summary>The stage a phase belongs to.</summary>
    public static CaseStage StageOf(CasePhase phase) => phase switch
    {
        CasePhase.None => CaseStage.Intake,
        CasePhase.AwaitingItems or CasePhase.AwaitingReceipt => CaseStage.Sealing,
        CasePhase.AwaitingDecision or CasePhase.ClarificationAsked or CasePhase.Postponed => CaseStage.Review,
        CasePhase.Accepted => CaseStage.Transfer,
        CasePhase.Refused => CaseStage.Retention,
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };
}
