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

/// <summary>Every event a case can hold.</summary>
public static class CaseEvents
{
    /// <summary>The codec of case ledgers.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [RequestOpened.EventName] = typeof(RequestOpened),
        [ReceiptIssued.EventName] = typeof(ReceiptIssued),
        [AnswerReceived.EventName] = typeof(AnswerReceived),
        [ItemAdded.EventName] = typeof(ItemAdded),
        [ItemSealed.EventName] = typeof(ItemSealed),
        [ItemRejected.EventName] = typeof(ItemRejected),
        [AttemptAbandoned.EventName] = typeof(AttemptAbandoned),
        [UploadGranted.EventName] = typeof(UploadGranted),
        [UploadCompleted.EventName] = typeof(UploadCompleted),
        [UploadCleared.EventName] = typeof(UploadCleared),
        [RequestAccepted.EventName] = typeof(RequestAccepted),
        [RequestRefused.EventName] = typeof(RequestRefused),
        [ClarificationAsked.EventName] = typeof(ClarificationAsked),
        [RequestPostponed.EventName] = typeof(RequestPostponed),
        [DeadlineMissed.EventName] = typeof(DeadlineMissed),
        [ItemConsulted.EventName] = typeof(ItemConsulted),
        [ItemClassified.EventName] = typeof(ItemClassified),
        [BlocksCommitted.EventName] = typeof(BlocksCommitted),
        [ExtractMade.EventName] = typeof(ExtractMade),
        [DisclosureProposed.EventName] = typeof(DisclosureProposed),
        [DisclosureApproved.EventName] = typeof(DisclosureApproved),
        [DisclosureRejected.EventName] = typeof(DisclosureRejected),
        [ApprovalEscalated.EventName] = typeof(ApprovalEscalated),
        [ItemReleased.EventName] = typeof(ItemReleased),
        [ManifestIssued.EventName] = typeof(ManifestIssued),
        [DisclosureFetched.EventName] = typeof(DisclosureFetched),
        [DisclosureWithdrawn.EventName] = typeof(DisclosureWithdrawn),
        [DisclosureRecalled.EventName] = typeof(DisclosureRecalled),
        [DisclosureEnded.EventName] = typeof(DisclosureEnded),
        [CopyChecked.EventName] = typeof(CopyChecked),
        [CopyFailed.EventName] = typeof(CopyFailed),
        [CopiesRemoved.EventName] = typeof(CopiesRemoved),
        [CollectionReminded.EventName] = typeof(CollectionReminded),
        [CollectionOverdue.EventName] = typeof(CollectionOverdue),
        [CollectionReceived.EventName] = typeof(CollectionReceived),
        [RecallAcknowledged.EventName] = typeof(RecallAcknowledged),
        [TransferChecked.EventName] = typeof(TransferChecked),
        [GrantIssued.EventName] = typeof(GrantIssued),
        [HoldPlaced.EventName] = typeof(HoldPlaced),
        [HoldLifted.EventName] = typeof(HoldLifted),
        [BodiesHeld.EventName] = typeof(BodiesHeld),
        [BodiesReleased.EventName] = typeof(BodiesReleased),
        [DatesSet.EventName] = typeof(DatesSet),
        [DateReminded.EventName] = typeof(DateReminded),
        [DatePassed.EventName] = typeof(DatePassed),
        [CaseReviewed.EventName] = typeof(CaseReviewed),
        [ErasureProposed.EventName] = typeof(ErasureProposed),
        [ErasureApproved.EventName] = typeof(ErasureApproved),
        [ErasureRejected.EventName] = typeof(ErasureRejected),
        [ErasureLapsed.EventName] = typeof(ErasureLapsed),
        [ErasureBegun.EventName] = typeof(ErasureBegun),
        [ItemErased.EventName] = typeof(ItemErased),
        [KeysRotated.EventName] = typeof(KeysRotated),
        [ItemRestricted.EventName] = typeof(ItemRestricted),
        [ItemUnrestricted.EventName] = typeof(ItemUnrestricted),
        [ItemRectified.EventName] = typeof(ItemRectified),
        [NoticeIssued.EventName] = typeof(NoticeIssued),
        [NoticeReminded.EventName] = typeof(NoticeReminded),
        [NoticeOverdue.EventName] = typeof(NoticeOverdue),
        [NoticeAcknowledged.EventName] = typeof(NoticeAcknowledged),
        [RiskAssessed.EventName] = typeof(RiskAssessed),
        [RotationFailed.EventName] = typeof(RotationFailed),
    });
}
