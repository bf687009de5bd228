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

namespace Rogatory.Core.Tests.Case;

public sealed class CaseTransitionsTests
{
    private static readonly string[] Events =
    [
        RequestOpened.EventName, ItemSealed.EventName, ItemRejected.EventName, AttemptAbandoned.EventName, ReceiptIssued.EventName,
        RequestAccepted.EventName, RequestRefused.EventName, ClarificationAsked.EventName, RequestPostponed.EventName,
        DeadlineMissed.EventName, ItemConsulted.EventName, UploadGranted.EventName, UploadCompleted.EventName, UploadCleared.EventName,
    ];

    // These happen in an accepted case only, and leave it there.
    private static readonly string[] OfAccepted =
    [
        ItemAdded.EventName, ExtractMade.EventName, AnswerReceived.EventName,
        DisclosureProposed.EventName, TransferChecked.EventName, DisclosureApproved.EventName, DisclosureRejected.EventName,
        ApprovalEscalated.EventName, GrantIssued.EventName, ItemReleased.EventName, ManifestIssued.EventName, DisclosureFetched.EventName,
        DisclosureWithdrawn.EventName, DisclosureRecalled.EventName, DisclosureEnded.EventName, CopyChecked.EventName, CopyFailed.EventName, CopiesRemoved.EventName,
        CollectionReminded.EventName, CollectionOverdue.EventName, CollectionReceived.EventName, RecallAcknowledged.EventName,
    ];

    // These happen in every case that is open, and leave it where it is.
    private static readonly string[] InEveryPhase =
    [
        HoldPlaced.EventName, HoldLifted.EventName, BodiesHeld.EventName, BodiesReleased.EventName, ErasureProposed.EventName, ErasureApproved.EventName,
        ErasureRejected.EventName, ErasureLapsed.EventName, ErasureBegun.EventName, ItemErased.EventName,
        ItemRestricted.EventName, ItemUnrestricted.EventName, ItemRectified.EventName,
        NoticeIssued.EventName, NoticeReminded.EventName, NoticeOverdue.EventName, NoticeAcknowledged.EventName,
        KeysRotated.EventName, RotationFailed.EventName,
        ItemClassified.EventName, BlocksCommitted.EventName, RiskAssessed.EventName,
    ];

    // These happen once a case is decided for good.
    private static readonly string[] OfDates = [DatesSet.EventName, DateReminded.EventName, DatePassed.EventName, CaseReviewed.EventName];

    // A row a phase, a column an event in the order above: the phase after it, = for no change, . for refused.
    private static readonly (CasePhase Phase, string Row)[] Table =
    [
        (CasePhase.None,               "I . . . . . . . . . . . . ."),
        (CasePhase.AwaitingItems,      ". = = = . . F . . = = = = ="),
        (CasePhase.AwaitingReceipt,    ". = . = D . . . . = = . . ="),
        (CasePhase.AwaitingDecision,   ". = . = . A F C P = = . . ="),
        (CasePhase.ClarificationAsked, ". = . = . A F C P = = . . ="),
        (CasePhase.Postponed,          ". = . = . A F C P = = . . ="),
        (CasePhase.Accepted,           ". = . = . . . . . = = . . ="),
        (CasePhase.Refused,            ". = . = . . . . . = = . . ="),
    ];

    private static readonly Dictionary<string, CasePhase> Letters = new()
    {
        ["I"] = CasePhase.AwaitingItems,
        ["D"] = CasePhase.AwaitingDecision,
        ["A"] = CasePhase.Accepted,
        ["F"] = CasePhase.Refused,
        ["C"] = CasePhase.ClarificationAsked,
        ["P"] = CasePhase.Postponed,
    };

    public static TheoryData<CasePhase, string, CasePhase?> EveryPair()
    {
        var pairs = new TheoryData<CasePhase, string, CasePhase?>();
        foreach ((CasePhase phase, string row) in Table)
        {
            string[] cells = row.Split(' ');
            for (int column = 0; column < Events.Length; column++)
                pairs.Add(phase, Events[column], cells[column] switch { "." => null, "=" => phase, string letter => Letters[letter] });
        }

        foreach (CasePhase phase in Enum.GetValues<CasePhase>())
        {
            foreach (string happened in OfAccepted)
                pairs.Add(phase, happened, phase == CasePhase.Accepted ? phase : null);
            foreach (string happened in InEveryPhase)
                pairs.Add(phase, happened, phase == CasePhase.None ? null : phase);
            foreach (string happened in OfDates)
                pairs.Add(phase, happened, phase is CasePhase.Accepted or CasePhase.Refused ? phase : null);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Every_pair_of_phase_and_event_has_one_answer(CasePhase phase, string eventName, CasePhase? expected) =>
        Assert.Equal(expected, CaseTransitions.Next(phase, eventName, lastItem: false));

    [Fact]
    public void The_table_covers_every_phase_and_every_event()
    {
        Assert.Equal(Enum.GetValues<CasePhase>().Order(), Table.Select(row => row.Phase).Order());
        Assert.Equal(CaseEvents.Codec.Types.Keys.Order(StringComparer.Ordinal), Events.Concat(OfAccepted).Concat(InEveryPhase).Concat(OfDates).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(CasePhase.None, RequestOpened.EventName)]
    [InlineData(CasePhase.AwaitingItems, ItemSealed.EventName)]
    public void The_last_item_makes_the_receipt_due(CasePhase phase, string eventName) =>
        Assert.Equal(CasePhase.AwaitingReceipt, CaseTransitions.Next(phase, eventName, lastItem: true));

    [Theory]
    [InlineData(CaseKind.Incoming, false, CasePhase.AwaitingItems)]
    [InlineData(CaseKind.Incoming, true, CasePhase.AwaitingReceipt)]
    [InlineData(CaseKind.Spontaneous, true, CasePhase.Accepted)]
    [InlineData(CaseKind.Outgoing, true, CasePhase.Accepted)]
    public void A_case_of_ours_waits_for_no_decision(CaseKind kind, bool lastItem, CasePhase expected) =>
        Assert.Equal(expected, CaseTransitions.First(kind, lastItem));

    [Fact]
    public void An_event_of_no_case_happens_in_no_phase() =>
        Assert.All(Enum.GetValues<CasePhase>(), phase => Assert.Null(CaseTransitions.Next(phase, "access.partner-registered", lastItem: false)));

    [Fact]
    public void Every_phase_has_a_stage() =>
        Assert.All(Enum.GetValues<CasePhase>(), phase => Assert.True(Enum.IsDefined(CaseTransitions.StageOf(phase))));
}
