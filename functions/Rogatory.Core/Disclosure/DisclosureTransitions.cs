using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Disclosure;

/// <summary>Which event may happen at which step of a disclosure, and the step after it. Total: every pair has an answer.</summary>
public static class DisclosureTransitions
{
    /// <summary>The step after the event, or null when it cannot happen at <paramref name="step"/>.</summary>
    /// <param name="step">The step before.</param>
    /// <param name="happened">The event.</param>
    /// <param name="isLastApproval">Whether the event leaves no approval missing.</param>
    public static DisclosureStep? Next(DisclosureStep step, LedgerEvent happened, bool isLastApproval) => (step, happened) switch
    {
        (DisclosureStep.Proposed, TransferChecked { IsAllowed: false }) => DisclosureStep.NotAllowed,
        (DisclosureStep.Proposed or DisclosureStep.Approved or DisclosureStep.Granted or DisclosureStep.Ready or DisclosureStep.Fetched, TransferChecked) => step,
        (DisclosureStep.Proposed, DisclosureApproved) => isLastApproval ? DisclosureStep.Approved : step,
        (DisclosureStep.Proposed, DisclosureRejected) => DisclosureStep.Rejected,
        (DisclosureStep.Proposed, ApprovalEscalated) => step,
        (DisclosureStep.Approved, GrantIssued) => DisclosureStep.Granted,
        (DisclosureStep.Granted, ItemReleased) => step,
        (DisclosureStep.Granted, ManifestIssued) => DisclosureStep.Ready,
        (DisclosureStep.Ready or DisclosureStep.Fetched, DisclosureFetched) => DisclosureStep.Fetched,
        (DisclosureStep.Ready or DisclosureStep.Fetched, CollectionReminded or CollectionOverdue or CopyChecked or CopyFailed) => step,
        (DisclosureStep.Fetched, CollectionReceived) => DisclosureStep.Received,
        (DisclosureStep.Recalled or DisclosureStep.Acknowledged, CollectionReceived) => step,
        (DisclosureStep.Fetched or DisclosureStep.Received, DisclosureRecalled) => DisclosureStep.Recalled,
        (DisclosureStep.Recalled, RecallAcknowledged) => DisclosureStep.Acknowledged,

        (DisclosureStep.Proposed or DisclosureStep.Approved or DisclosureStep.Granted or DisclosureStep.Ready, DisclosureWithdrawn) => DisclosureStep.Withdrawn,
        (DisclosureStep.Proposed or DisclosureStep.Approved or DisclosureStep.Granted or DisclosureStep.Ready, DisclosureEnded) => DisclosureStep.Ended,

        // A partner may have fetched and never answered: its copies go when they expire, and its receipt is still awaited.
        (DisclosureStep.Fetched or DisclosureStep.Received or DisclosureStep.Withdrawn or DisclosureStep.Recalled or DisclosureStep.Acknowledged
            or DisclosureStep.Ended, CopiesRemoved) => step,
        _ => null,
    };

    /// <summary>The stage of a case one of whose disclosures stands there.</summary>
    public static CaseStage StageOf(DisclosureStep step) => step switch
    {
        DisclosureStep.Proposed => CaseStage.Transfer,
        DisclosureStep.Approved or DisclosureStep.Granted => CaseStage.Disclosure,
        DisclosureStep.Ready or DisclosureStep.Fetched or DisclosureStep.Recalled => CaseStage.Receipt,
        _ => CaseStage.Retention,
    };
}
