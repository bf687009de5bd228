using System.Text.Json;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
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
using Rogatory.Ledger;

namespace Rogatory.Cli.Reports;

/// <summary>What an entry says, as a sentence for who has never seen a ledger.</summary>
internal static class EntryWords
{
    public static string Say(LedgerLine line)
    {
        try
        {
            LedgerEvent happened = CaseEvents.Codec.Decode(line);
            return OfItem(happened) ?? OfDisclosure(happened) ?? OfRetention(happened) ?? OfCase(happened) ?? line.Event;
        }
        catch (CaseHistoryException)
        {
            // Of a later version than this program: it is shown by its name.
            return line.Event;
        }
    }

    private static string? OfCase(LedgerEvent happened) => happened switch
    {
        RequestOpened { Kind: CaseKind.Incoming } one => $"Opened the case: a request under {one.Instrument} that declares {Count(one.Items.Count, "item")}",
        RequestOpened one => $"Opened a case of our own ({Word(one.Kind)}) for {one.Partner}, under {one.Instrument}",
        ReceiptIssued one => $"Signed the intake receipt over the first {Count((int)one.Size, "entry", "entries")}",
        AnswerReceived one => $"Linked the answer that came in case {one.Answer}",
        RequestAccepted => "Accepted the request",
        RequestRefused => "Refused the request",
        ClarificationAsked => "Asked the partner to clarify",
        RequestPostponed => "Postponed the execution of the request",
        DeadlineMissed one => $"Recorded that the deadline {one.Clock} of {Says.Time(one.Due)} had passed",
        RiskAssessed one => $"Assessed the risk of letting it out: {Word(one.Level)}",
        _ => null,
    };

    private static string? OfItem(LedgerEvent happened) => happened switch
    {
        ItemAdded one => $"Added the item, declared as {string.Join(", ", one.DataCategories.Select(Says.Words))}",
        ItemSealed one => $"Sealed the item: {Says.Number(one.Size)} bytes encrypted in immutable storage",
        ItemRejected one => $"Rejected what was sent for the item: {Says.Words(one.Reason)}",
        AttemptAbandoned => "Gave up an attempt to seal the item",
        UploadGranted => "Granted the partner an upload of the item, sealed by itself",
        UploadCompleted => "Said that the sealed upload is complete",
        UploadCleared => "Cleared the upload away",
        ItemConsulted { Justification: null } => "Read the item, to classify it",
        ItemConsulted { Restricted: true } => "Read the item, while it was restricted",
        ItemConsulted => "Read the item",
        ItemClassified one => $"Searched the item for sensitive content: {Count((int)one.Categories.Values.Sum(), "finding")}, sealed beside it",
        BlocksCommitted one => $"Fixed its {Says.Number(one.Count)} {Word(one.Kind)} for later proofs of extracts",
        ExtractMade one => $"Made the extract {one.Item} of {one.Source}",
        _ => null,
    };

    private static string? OfDisclosure(LedgerEvent happened) => happened switch
    {
        DisclosureProposed one => $"Proposed to disclose {string.Join(", ", one.Items)} to {one.Partner} ({one.Disclosure})",
        TransferChecked one => $"Checked whether {one.Disclosure} may go: {Word(one.Outcome)}",
        DisclosureApproved one => $"Approved {one.Disclosure}, as a second person",
        DisclosureRejected one => $"Rejected {one.Disclosure}",
        ApprovalEscalated one => $"Reminded the approvers of {one.Disclosure}",
        GrantIssued one => $"Checked again and granted {one.Disclosure}",
        ItemReleased one => $"Copied the sealed body for {one.Disclosure}, and wrapped its key for the partner alone",
        ManifestIssued one => $"Signed the manifest of {one.Disclosure}: the partner can collect it",
        CopyChecked => "Read the partner's copy whole, and found it to be the sealed item",
        CopyFailed one => $"Found the partner's copy not to be as it should: {Word(one.Fault)}",
        DisclosureFetched one => $"Was handed {one.Disclosure}: manifest, key and sealed body",
        DisclosureWithdrawn one => $"Withdrew {one.Disclosure}",
        DisclosureRecalled one => $"Recalled {one.Disclosure}: {Word(one.Measure)} what was handed over",
        DisclosureEnded one => $"Ended {one.Disclosure}: {Word(one.Cause)}",
        CopiesRemoved one => $"Removed the copies of {one.Disclosure}",
        CollectionReminded one => $"Reminded the partner of its receipt for {one.Disclosure}",
        CollectionOverdue one => $"Recorded that the partner's receipt for {one.Disclosure} is overdue",
        CollectionReceived one => $"Confirmed {one.Disclosure} by a signed receipt, which was countersigned",
        RecallAcknowledged one => $"Acknowledged the recall of {one.Disclosure}",
        _ => null,
    };

    private static string? OfRetention(LedgerEvent happened) => happened switch
    {
        HoldPlaced one => $"Placed legal hold {one.Hold} on {(one.Items.Count == 0 ? "the whole case" : string.Join(", ", one.Items))}",
        HoldLifted one => $"Lifted legal hold {one.Hold}",
        BodiesHeld one => $"Had storage hold {Count(one.Items.Count, "sealed body", "sealed bodies")}",
        BodiesReleased one => $"Had storage release {Count(one.Items.Count, "sealed body", "sealed bodies")}",
        DatesSet one => $"Set the dates of review ({Day(one.Review.At)}) and of erasure ({Day(one.Erasure.At)})",
        DateReminded one => $"Reminded of the date of {Word(one.Date)} on {Day(one.Due)}",
        DatePassed one => $"Recorded that the date of {Word(one.Date)}, {Day(one.Due)}, had passed",
        CaseReviewed one => $"Reviewed the case and kept it until {Day(one.Erasure.At)}",
        ErasureProposed one => $"Proposed erasure {one.Erasure} of {(one.Items.Count == 0 ? "all that the case holds" : string.Join(", ", one.Items))}",
        ErasureApproved one => $"Approved erasure {one.Erasure}, as a second person",
        ErasureRejected one => $"Rejected erasure {one.Erasure}",
        ErasureLapsed one => $"Erasure {one.Erasure} lapsed without approval",
        ErasureBegun one => $"Began erasure {one.Erasure}",
        ItemErased => "Erased the item: its key is destroyed, and nothing can open it any more",
        KeysRotated one => $"Wrapped the keys of {Count(one.Items.Count, "item")} anew, under a newer key of ours",
        RotationFailed => "Could not wrap the item's key anew",
        ItemRestricted => "Restricted the item",
        ItemUnrestricted => "Lifted the restriction of the item",
        ItemRectified one => $"Rectified the item by {one.Correction}",
        NoticeIssued one => $"Signed notice {one.Notice} to {one.Partner}: {Word(one.Measure)}",
        NoticeReminded one => $"Reminded the partner of notice {one.Notice}",
        NoticeOverdue one => $"Recorded that the answer to notice {one.Notice} is overdue",
        NoticeAcknowledged one => $"Acknowledged notice {one.Notice}",
        _ => null,
    };

    private static string Word(Enum word) => Says.Words(JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()));

    private static string Day(DateTimeOffset at) => Says.Day(DateOnly.FromDateTime(at.UtcDateTime));

    private static string Count(int count, string one, string? many = null) => $"{Says.Number(count)} {(count == 1 ? one : many ?? one + "s")}";
}
