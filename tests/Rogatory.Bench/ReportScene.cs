using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;
using Rogatory.Ledger;

namespace Rogatory.Bench;

/// <summary>A case of 100 entries, as long as such entries are: a request, its items, readings, and a disclosure that is collected.</summary>
internal static class ReportScene
{
    public const int Entries = 100;

    private static readonly string Digest = new('3', 64);
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly PartnerId Partner = PartnerId.Parse("fr-pnf");

    /// <summary>Writes a case, and gives what a checkpoint says of it.</summary>
    public static async Task<CheckpointCase> WriteAsync(int number, ILedgerStore ledgers)
    {
        CaseId @case = CaseId.Of(Partner, $"BENCH-{number}");
        DateTimeOffset at = Start.AddMinutes(number * 45 % 480_000);
        LedgerTip tip = LedgerTip.Empty;
        using var ledger = new MemoryStream();
        List<byte[]> leaves = [];
        foreach ((string actor, LedgerEvent happened) in EventsOf(@case, at))
        {
            at = at.AddMinutes(7);
            (ReadOnlyMemory<byte> bytes, _, tip) = tip.Append(@case.ToString(), at, [EventCodec.Encode(actor, happened)]);
            ledger.Write(bytes.Span);
            leaves.Add(MerkleTree.LeafHash(bytes.Span[..^1]));
        }

        await ledgers.TryAppendAsync(@case.ToString(), 0, ledger.ToArray(), CancellationToken.None);
        return new CheckpointCase(@case, leaves.Count, Convert.ToHexStringLower(MerkleTree.Root(leaves)), ledger.Length, []);
    }

    private static IEnumerable<(string Actor, LedgerEvent Happened)> EventsOf(CaseId @case, DateTimeOffset at)
    {
        const string Officer = "officer:o-bench", Flow = "system:flow";
        ItemId[] items = [ItemId.Parse("statement"), ItemId.Parse("letter")];
        DisclosureId disclosure = DisclosureId.Of(@case, 1);
        (string, LedgerEvent)[] begin =
        [
            ("partner:fr-pnf", new RequestOpened
            {
                Command = Command(0), Partner = Partner, Instrument = "UNCAC", Urgency = "routine", Handling = "H1", DataCategories = ["bank-records", "identity"], Items = items, Missing = [],
                Deadlines = [new Deadline("uncac.answer", at.AddDays(30), "UNCAC art. 46(24)", [RequestAccepted.EventName, RequestRefused.EventName])], Policy = Digest, RetainUntil = at.AddYears(5),
            }),
            .. items.Prepend(CaseState.RequestItem).Select((item, index) => ("partner:fr-pnf", (LedgerEvent)Sealed(item, index + 1))),
            (Flow, new ReceiptIssued { Command = Command(4), Size = 4, Root = Digest, Statement = Digest }),
            (Officer, new RequestAccepted { Command = Command(5), Ground = "complete-and-lawful", Citation = "UNCAC art. 46", Reasons = ItemId.Parse("request.decision-1"), Deadlines = [] }),
            (Officer, new DisclosureProposed
            {
                Command = Command(6), Disclosure = disclosure, Items = items, Partner = Partner, Region = "westeurope", Statement = ItemId.Parse("request.proposal-1"), Stated = Facts(),
                RetainUntil = null, Accuracy = null, EscalateAt = at.AddDays(3), LapseAt = at.AddDays(10),
            }),
            (Officer, new TransferChecked
            {
                Command = Command(7), Disclosure = disclosure, Outcome = TransferOutcome.AllowedWithConditions, Instrument = "UNCAC", Facts = Facts(), Inputs = Digest, Policy = Digest,
                Findings = [.. Enumerable.Range(0, 20).Select(rule => new TransferCheckedFinding(rule == 0 ? "LED-37-1-B" : $"RULE-{rule}", "holds"))], Conditions = ["document-transfer"], Approvals = 1,
            }),
            ("officer:o-other", new DisclosureApproved { Command = Command(8), Disclosure = disclosure, Reasons = ItemId.Parse("request.approval-1") }),
            (Flow, new GrantIssued
            {
                Command = Command(9), Disclosure = disclosure, Statement = Digest, ExpiresAt = at.AddDays(30), Key = "key-1", Items = [.. items.Select(item => new GrantedItem(item, AttemptId.New()))],
            }),
            (Flow, new ManifestIssued { Command = Command(10), Disclosure = disclosure, Statement = Digest, RemindAt = at.AddDays(7), ReceiptDue = at.AddDays(14), ExpiresAt = at.AddDays(30) }),
            ("partner:fr-pnf", new DisclosureFetched { Command = Command(11), Disclosure = disclosure }),
            ("partner:fr-pnf", new CollectionReceived { Command = Command(12), Disclosure = disclosure, Statement = Digest, Countersignature = Digest }),
        ];
        return begin.Concat(Enumerable.Range(begin.Length, Entries - begin.Length).Select(index => (Officer, (LedgerEvent)new ItemConsulted
        {
            Command = Command(index), Item = items[index % 2], Justification = ItemId.Parse($"request.reading-{index}"), Restricted = false,
        })));
    }

    private static ItemSealed Sealed(ItemId item, int index) => new()
    {
        Command = Command(index), Item = item, Attempt = AttemptId.New(), Size = 1306, Version = null, Header = "28" + new string('0', 78), Commitment = Digest, SealedRoot = Digest,
    };

    private static JsonObject Facts() => JsonNode.Parse(TransferFacts.Example.Span)!.AsObject();

    private static CommandId Command(int index) => CommandId.Parse($"bench:{index:D32}");
}
