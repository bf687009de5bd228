using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Tests.Disclosure;

/// <summary>Any valid event of a disclosure.</summary>
internal static class SomeDisclosure
{
    public static readonly DisclosureId Id = DisclosureId.Of(Some.Case, 1);
    public static readonly ItemId Item = ItemId.Parse("statement");
    public static readonly AttemptId Copy = AttemptId.New();
    private static readonly string Digest = new('3', 64);

    public static DisclosureProposed Proposed() => new()
    {
        Command = Some.Command(),
        Disclosure = Id,
        Items = [Item],
        Partner = PartnerId.Parse("de-bfj"),
        Region = "westeurope",
        Statement = ItemId.Parse("request.proposal-1"),
        Stated = [],
        RetainUntil = null,
        Accuracy = null,
        EscalateAt = Some.Time.AddDays(3),
        LapseAt = Some.Time.AddDays(10),
    };

    public static TransferChecked Checked(TransferOutcome outcome, int approvals = 1) => new()
    {
        Command = Some.Command(),
        Disclosure = Id,
        Outcome = outcome,
        Instrument = "EIO",
        Facts = [],
        Inputs = Digest,
        Policy = Digest,
        Findings = [],
        Conditions = [],
        Approvals = approvals,
    };

    public static DisclosureApproved Approved() => new() { Command = Some.Command(), Disclosure = Id, Reasons = ItemId.Parse("request.approval-1") };

    public static DisclosureRejected Rejected() => new() { Command = Some.Command(), Disclosure = Id, Reasons = ItemId.Parse("request.rejection-1") };

    public static ApprovalEscalated Escalated() => new() { Command = Some.Command(), Disclosure = Id };

    public static GrantIssued Granted() => new()
    {
        Command = Some.Command(),
        Disclosure = Id,
        Statement = Digest,
        ExpiresAt = Some.Time.AddDays(30),
        Key = "key-1",
        Items = [new GrantedItem(Item, Copy)],
    };

    public static ItemReleased Released() => new()
    {
        Command = Some.Command(),
        Disclosure = Id,
        Item = Item,
        Copy = Copy,
        Attempt = AttemptId.New(),
        Size = 56,
        Version = null,
        Region = "westeurope",
        Envelope = Digest,
    };

    public static ManifestIssued Manifest() => new()
    {
        Command = Some.Command(),
        Disclosure = Id,
        Statement = Digest,
        RemindAt = Some.Time.AddDays(7),
        ReceiptDue = Some.Time.AddDays(14),
        ExpiresAt = Some.Time.AddDays(30),
    };

    public static DisclosureFetched Fetched() => new() { Command = Some.Command(), Disclosure = Id };

    public static DisclosureWithdrawn Withdrawn() => new() { Command = Some.Command(), Disclosure = Id, Reasons = ItemId.Parse("request.withdrawal-1") };

    public static DisclosureRecalled Recalled() => new()
    {
        Command = Some.Command(),
        Disclosure = Id,
        Reasons = ItemId.Parse("request.recall-1"),
        Citation = "LED art. 7(3)",
        Measure = RecallMeasure.Erase,
        Statement = Digest,
    };

    public static DisclosureEnded Ended() => new() { Command = Some.Command(), Disclosure = Id, Cause = DisclosureEnd.Expired };

    public static CopyChecked CopyPassed() => new() { Command = Some.Command(), Disclosure = Id, Item = Item };

    public static CopyFailed CopyFailed() => new() { Command = Some.Command(), Disclosure = Id, Item = Item, Fault = CopyFault.Altered };

    public static CopiesRemoved Removed() => new() { Command = Some.Command(), Disclosure = Id };

    public static CollectionReminded Reminded() => new() { Command = Some.Command(), Disclosure = Id };

    public static CollectionOverdue Overdue() => new() { Command = Some.Command(), Disclosure = Id };

    public static CollectionReceived Received() => new() { Command = Some.Command(), Disclosure = Id, Statement = Digest, Countersignature = Digest };

    public static RecallAcknowledged Acknowledged() => new() { Command = Some.Command(), Disclosure = Id, Statement = Digest };
}
