using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Review;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Tests.Flow;

public sealed class CaseDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly CaseDecider Decider = new(TimeSpan.FromMinutes(15));

    [Theory]
    [InlineData(CasePhase.AwaitingReceipt, true)]
    [InlineData(CasePhase.AwaitingItems, false)]
    [InlineData(CasePhase.AwaitingDecision, false)]
    [InlineData(CasePhase.ClarificationAsked, false)]
    [InlineData(CasePhase.Postponed, false)]
    [InlineData(CasePhase.Accepted, false)]
    [InlineData(CasePhase.Refused, false)]
    public void The_receipt_is_due_only_while_it_is_awaited(CasePhase phase, bool due) =>
        Assert.Equal(due, Decide(Some.State() with { Phase = phase }).Due.OfType<DueCommand.IssueReceipt>().Any());

    [Fact]
    public void A_clock_that_ran_out_is_flagged_and_one_that_runs_is_waited_for()
    {
        Deadline over = new("eio.acknowledge", Now, "EIO art. 16(1)", []);
        Deadline running = new("eio.decide", Now.AddHours(3), "EIO art. 12(3)", [RequestAccepted.EventName]);

        Decision decision = Decide(Some.State() with { Deadlines = [over, running] });

        Assert.Equal(over, Assert.IsType<DueCommand.FlagDeadline>(Assert.Single(decision.Due)).Deadline);
        Assert.Equal(running.Due, decision.LookAgainAt);
    }

    [Fact]
    public void Nothing_waits_longer_than_a_day_without_looking() =>
        Assert.Equal(Now.AddDays(1), Decide(Some.State() with { Deadlines = [new("far", Now.AddYears(1), "x", [])] }).LookAgainAt);

    [Fact]
    public void The_envelope_that_counts_is_left_alone()
    {
        ItemSealed one = Some.Sealed("statement");
        Decision decision = Decide(Some.State(one), Found(one.Item, one.Attempt, Now.AddDays(-9)));
        Assert.Equal([new DueCommand.ClassifyItem(one.Item)], decision.Due);
    }

    [Fact]
    public void An_envelope_of_an_attempt_under_way_is_looked_at_when_its_time_is_over()
    {
        DateTimeOffset created = Now.AddMinutes(-14);
        Decision decision = Decide(Some.State(), Found(ItemId.Parse("statement"), AttemptId.New(), created));
        Assert.Empty(decision.Due);
        Assert.Equal(created.AddMinutes(15), decision.LookAgainAt);
    }

    [Fact]
    public void An_attempt_that_never_came_to_count_is_abandoned_before_its_envelope_is_destroyed()
    {
        KeyEnvelopeFound left = Found(ItemId.Parse("statement"), AttemptId.New(), Now.AddMinutes(-15));
        Assert.Equal(left.Path, Assert.IsType<DueCommand.AbandonAttempt>(Assert.Single(Decide(Some.State(), left).Due)).Path);

        CaseState abandoned = Some.State() with { Abandoned = [left.Path.Attempt.ToString()] };
        Assert.Equal(left.Path, Assert.IsType<DueCommand.DestroyEnvelope>(Assert.Single(Decide(abandoned, left).Due)).Path);
    }

    private static Decision Decide(CaseState state, params KeyEnvelopeFound[] envelopes) => Decider.Decide(state, envelopes, rotation: null, risk: null, Now);

    private static KeyEnvelopeFound Found(ItemId item, AttemptId attempt, DateTimeOffset created) =>
        new(new SealedPath(Some.Case, item, attempt), 0, created);
}
