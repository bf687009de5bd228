using System.Text.Json;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Case;

public sealed class CaseStateTests
{
    [Fact]
    public void A_case_begins_with_its_request_and_nothing_else() =>
        Assert.Throws<CaseHistoryException>(() => CaseState.Open(Some.Case, Some.Sealed("statement"), 0, Some.Time));

    [Fact]
    public void A_ledger_that_says_neither_kind_nor_answer_is_of_a_partners_request()
    {
        LedgerEntry entry = EventCodec.Encode("partner:fr-pnf", Some.Opened("statement"));
        Assert.True(entry.Data.Remove("kind") && entry.Data.Remove("answers"));
        (ReadOnlyMemory<byte> bytes, _, _) = LedgerTip.Empty.Append(Some.Case.ToString(), Some.Time, [entry]);
        CaseState state = CaseJournal.TryFold(Some.Case.ToString(), bytes.ToArray())!;
        Assert.Equal((CaseKind.Incoming, null, CasePhase.AwaitingItems), (state.Kind, state.Request.Answers, state.Phase));
        Assert.True(state.IsFrom(TestAuthority.Partner));
    }

    [Fact]
    public void What_is_added_has_an_id_that_nothing_else_has_and_only_a_request_of_ours_is_answered()
    {
        CaseState accepted = Some.State() with { Phase = CasePhase.Accepted };
        Assert.NotNull(accepted.Apply(Some.Added("accounts"), 5, Some.Time, "officer:o-jansen").FindAdded(ItemId.Parse("accounts.findings")));
        foreach (string taken in (string[])["statement", "request", "request.note"])
            Assert.Throws<CaseHistoryException>(() => accepted.Apply(Some.Added(taken), 5, Some.Time, "officer:o-jansen"));
        Assert.Throws<CaseHistoryException>(() => accepted.Apply(Some.Added("accounts"), 5, Some.Time, "officer:o-jansen").Apply(Some.Added("accounts"), 6, Some.Time, "officer:o-jansen"));
        Assert.Throws<CaseHistoryException>(() => accepted.Apply(new AnswerReceived { Command = Some.Command(), Answer = Some.Case }, 5, Some.Time, "system:flow"));
    }

    [Fact]
    public void An_item_is_sealed_once()
    {
        CaseState state = Some.State(Some.Sealed("statement"));
        Assert.Throws<CaseHistoryException>(() => state.Apply(Some.Sealed("statement"), 2, Some.Time, "partner:fr-pnf"));
    }

    [Fact]
    public void An_item_that_was_not_declared_is_refused_unless_it_is_ours()
    {
        Assert.Throws<CaseHistoryException>(() => Some.State().Apply(Some.Sealed("other"), 2, Some.Time, "partner:fr-pnf"));
        Assert.NotNull(Some.State().Apply(Some.Sealed("request.decision-0"), 2, Some.Time, "officer:o-jansen").Find(ItemId.Parse("request.decision-0")));
    }

    [Fact]
    public void An_abandoned_attempt_can_never_count()
    {
        ItemSealed late = Some.Sealed("statement");
        CaseState state = Some.State().Apply(new AttemptAbandoned { Command = Some.Command(), Item = late.Item, Attempt = late.Attempt }, 2, Some.Time, "system:flow");
        Assert.Throws<CaseHistoryException>(() => state.Apply(late, 3, Some.Time, "partner:fr-pnf"));
    }

    [Fact]
    public void The_attempt_that_counts_cannot_be_abandoned()
    {
        ItemSealed one = Some.Sealed("statement");
        Assert.Throws<CaseHistoryException>(() => Some.State(one).Apply(
            new AttemptAbandoned { Command = Some.Command(), Item = one.Item, Attempt = one.Attempt }, 2, Some.Time, "system:flow"));
    }

    [Fact]
    public void Sealing_the_last_declared_item_makes_the_receipt_due()
    {
        CaseState state = Some.State(Some.Sealed("statement")).Apply(Some.Sealed("letter"), 3, Some.Time, "partner:fr-pnf");
        Assert.Equal(CasePhase.AwaitingReceipt, state.Phase);
    }

    [Fact]
    public void A_projection_gives_back_the_state_it_was_made_of()
    {
        CaseState state = Some.State(Some.Sealed("statement")).Apply(Some.Sealed("request.decision-0"), 3, Some.Time, "officer:o-jansen")
            with { Deadlines = [new Deadline("eio.decide", Some.Time, "EIO art. 12(3)", ["review.request-accepted"])], Missed = ["eio.acknowledge"] };
        var projection = new Projection(Projection.CurrentFormat, state, new LedgerTip(3, 900, new string('a', 64), Some.Time), new CaseRest(Some.Time, 3));

        Projection read = Projection.Parse(projection.ToBytes())!;

        Assert.Equal(JsonSerializer.Serialize(projection.State), JsonSerializer.Serialize(read.State));
        Assert.Equal(projection.Tip, read.Tip);
        Assert.Equal(projection.Rest, read.Rest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"format":1}""")]
    [InlineData("""{"format":3}""")]
    public void A_projection_that_cannot_be_read_is_no_projection(string content) =>
        Assert.Null(Projection.Parse(System.Text.Encoding.UTF8.GetBytes(content)));
}
