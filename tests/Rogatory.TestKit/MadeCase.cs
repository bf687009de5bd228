using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;
using Rogatory.Ledger;

namespace Rogatory.TestKit;

/// <summary>
/// A made-up case, as long in each entry as such entries are: a request, its items, a decision, readings, a disclosure that is collected or
/// stopped, holds and erasures. Its number says which of these, when, and with whom; the same number gives the same history.
/// </summary>
public static class MadeCase
{
    /// <summary>How many entries it has, unless another number is asked for.</summary>
    public const int Entries = 100;

    private static readonly string Digest = new('3', 64);
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly (PartnerId Partner, string State, string Basis)[] Partners =
    [
        (PartnerId.Parse("fr-pnf"), "FR", ""), (PartnerId.Parse("de-bfj"), "DE", ""), (PartnerId.Parse("us-oia"), "US", "LED-37-1-B"), (PartnerId.Parse("ch-bj"), "CH", "LED-36-ADEQ"), (PartnerId.Parse("br-drci"), "BR", "LED-38-1-D"),
    ];

    private static readonly string[] Instruments = ["UNCAC", "UNTOC", "ETS30", "EIO"];
    private static readonly string[] Grounds = ["essential-interests", "dual-criminality", "incomplete"];
    private static readonly string[] Categories = ["bank-records", "identity", "health", "traffic-data", "criminal-records"];

    /// <summary>Writes the case, and gives what a checkpoint says of it.</summary>
    public static async Task<CheckpointCase> WriteAsync(int number, ILedgerStore ledgers, int entries = Entries)
    {
        CaseId @case = CaseOf(number);
        DateTimeOffset at = Start.AddMinutes(number * 4567L % 480_000);
        LedgerTip tip = LedgerTip.Empty;
        using var ledger = new MemoryStream();
        List<byte[]> leaves = [];
        foreach ((string actor, LedgerEvent happened) in EventsOf(number, @case, at, entries))
        {
            at = at.AddHours(leaves.Count < 20 ? 9 : 1);
            (ReadOnlyMemory<byte> bytes, _, tip) = tip.Append(@case.ToString(), at, [EventCodec.Encode(actor, happened)]);
            ledger.Write(bytes.Span);
            leaves.Add(MerkleTree.LeafHash(bytes.Span[..^1]));
        }

        await ledgers.TryAppendAsync(@case.ToString(), 0, ledger.ToArray(), CancellationToken.None);
        return new CheckpointCase(@case, leaves.Count, Convert.ToHexStringLower(MerkleTree.Root(leaves)), ledger.Length, []);
    }

    /// <summary>The case of that number.</summary>
    public static CaseId CaseOf(int number) => CaseId.Of(Partners[number % Partners.Length].Partner, $"MADE-{number}");

    private static IEnumerable<(string Actor, LedgerEvent Happened)> EventsOf(int number, CaseId @case, DateTimeOffset at, int entries)
    {
        const string Officer = "officer:o-jansen", Other = "officer:o-devries", Flow = "system:flow";
        int index = 0;
        CommandId Command() => CommandId.Parse($"made:{index++:D32}");
        (PartnerId partner, string state, string basis) = Partners[number % Partners.Length];
        string asks = $"partner:{partner}";
        ItemId[] items = [ItemId.Parse("statement"), ItemId.Parse("letter")];
        ItemId first = items[0];
        DisclosureId disclosure = DisclosureId.Of(@case, 1);
        Deadline decide = new("eio.decide", at.AddDays(number % 9 == 0 ? 3 : 30), "EIO art. 12(3)", [RequestAccepted.EventName, RequestRefused.EventName]);
        List<(string, LedgerEvent)> events =
        [
            (asks, new RequestOpened
            {
                Command = Command(), Partner = partner, Instrument = Instruments[number % Instruments.Length], Urgency = "routine", Handling = "H1", DataCategories = ["bank-records", "identity"], Items = items,
                Missing = [], Deadlines = [decide], Policy = Digest, RetainUntil = at.AddYears(5),
            }),
            .. items.Prepend(CaseState.RequestItem).Select(item => (asks, (LedgerEvent)Sealed(Command(), item))),
            (Flow, new ReceiptIssued { Command = Command(), Size = 4, Root = Digest, Statement = Digest }),
            ("system:classification", Read(Command(), first) with { Justification = null }),
        ];
        if (number % 9 == 0)
            events.Add((Flow, new DeadlineMissed { Command = Command(), Clock = decide.Clock, Due = decide.Due }));
        if (number % 6 == 5)
        {
            events.Add((Officer, new RequestRefused { Command = Command(), Ground = Grounds[number % Grounds.Length], Citation = "UNCAC art. 46(21)", Reasons = Words("decision"), Deadlines = [] }));
        }
        else
        {
            events.Add((Officer, new RequestAccepted { Command = Command(), Ground = "complete-and-lawful", Citation = "UNCAC art. 46", Reasons = Words("decision"), Deadlines = [] }));
            bool isRefused = number % 7 == 3;
            JsonObject facts = Facts(state, number);
            events.Add((Officer, new DisclosureProposed
            {
                Command = Command(), Disclosure = disclosure, Items = items, Partner = partner, Region = "westeurope", Statement = Words("proposal"), Stated = Facts(state, number), RetainUntil = null,
                Accuracy = null, EscalateAt = at.AddDays(9), LapseAt = at.AddDays(19),
            }));
            events.Add((Officer, new TransferChecked
            {
                Command = Command(), Disclosure = disclosure, Outcome = isRefused ? TransferOutcome.Refused : TransferOutcome.AllowedWithConditions, Instrument = "UNCAC", Facts = facts, Inputs = Digest, Policy = Digest,
                Findings =
                [
                    .. basis.Length > 0 ? [new TransferCheckedFinding(basis, "holds")] : Array.Empty<TransferCheckedFinding>(),
                    isRefused ? new TransferCheckedFinding("LED-35-1-E-REFUSED", "refuse") : new TransferCheckedFinding("LED-4-2", "holds"),
                    .. Enumerable.Range(0, 18).Select(rule => new TransferCheckedFinding($"RULE-{rule}", "holds")),
                ],
                Conditions = basis is "LED-37-1-B" or "LED-38-1-D" ? ["document-transfer"] : [], Approvals = 1,
            }));
            if (!isRefused)
            {
                events.AddRange(
                [
                    (Other, new DisclosureApproved { Command = Command(), Disclosure = disclosure, Reasons = Words("approval") }),
                    (Flow, new GrantIssued
                    {
                        Command = Command(), Disclosure = disclosure, Statement = Digest, ExpiresAt = at.AddDays(40), Key = "key-1", Items = [.. items.Select(item => new GrantedItem(item, AttemptOf(item)))],
                    }),
                    (Flow, new ManifestIssued { Command = Command(), Disclosure = disclosure, Statement = Digest, RemindAt = at.AddDays(12), ReceiptDue = at.AddDays(20), ExpiresAt = at.AddDays(40) }),
                    (asks, new DisclosureFetched { Command = Command(), Disclosure = disclosure }),
                ]);
                if (number % 8 != 1)
                    events.Add((asks, new CollectionReceived { Command = Command(), Disclosure = disclosure, Statement = Digest, Countersignature = Digest }));
            }
        }

        if (number % 4 == 0)
            events.Add((Officer, new HoldPlaced { Command = Command(), Hold = 1, Items = [first], Ground = HoldGround.PendingProceedings, Citation = "LED art. 16(3)", Reasons = Words("hold") }));
        if (number % 8 == 0)
            events.Add((Other, new HoldLifted { Command = Command(), Hold = 1, Reasons = Words("hold-lifting") }));
        if (number % 11 == 2)
        {
            events.Add((Officer, new ErasureProposed { Command = Command(), Erasure = 1, Items = [first], Ground = ErasureGround.NoLongerNeeded, Citation = "LED art. 5", Reasons = Words("erasure"), LapseAt = at.AddDays(30) }));
            events.Add((Other, new ErasureApproved { Command = Command(), Erasure = 1, Items = [first], Reasons = Words("erasure-approval") }));
            events.Add((Flow, new ErasureBegun { Command = Command(), Erasure = 1, Items = [first] }));
            events.Add((Flow, new ItemErased { Command = Command(), Erasure = 1, Item = first, Statement = Digest }));
        }

        while (events.Count < entries)
            events.Add((Officer, Read(Command(), items[events.Count % 2])));
        return events.Take(entries);
    }

    private static ItemSealed Sealed(CommandId command, ItemId item) => new()
    {
        Command = command, Item = item, Attempt = AttemptOf(item), Size = 1306, Version = null, Header = "28" + new string('0', 78), Commitment = Digest, SealedRoot = Digest,
    };

    private static ItemConsulted Read(CommandId command, ItemId item) => new() { Command = command, Item = item, Justification = Words("reading") };

    private static AttemptId AttemptOf(ItemId item) => AttemptId.Parse(new string((char)('a' + (item.ToString().Length % 6)), 32));

    private static ItemId Words(string what) => ItemId.Parse($"request.{what}-0123456789ab");

    private static JsonObject Facts(string state, int number)
    {
        JsonObject facts = JsonNode.Parse(TransferFacts.Example.Span)!.AsObject();
        facts["recipientState"] = state;
        facts["data"]!["categories"] = new JsonArray(Categories[number % 5], Categories[(number + 1) % 5]);
        return facts;
    }
}
