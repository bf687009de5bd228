using Rogatory.Core.Access;
using Rogatory.Core.Intake;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Case;

/// <summary>Every event a case can hold.</summary>
public static class CaseEvents
{
    /// <summary>The codec of case ledgers.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        [RequestOpened.EventName] = typeof(RequestOpened),
        [ReceiptIssued.EventName] = typeof(ReceiptIssued),
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
    });
}
