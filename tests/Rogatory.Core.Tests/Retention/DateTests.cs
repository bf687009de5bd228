using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Tests.Disclosure;

namespace Rogatory.Core.Tests.Retention;

/// <summary>Dates of review and erasure: set by the decision, reminded once, overdue until somebody acts, moved by reviews. None erases anything.</summary>
public sealed class DateTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_case_has_no_dates_until_it_is_decided_and_then_both_apart_from_the_immutability()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        CaseState state = await scenario.StateAsync();
        Assert.Equal(Start.AddDays(1096), state.Retention.Review!.Date.At);
        Assert.Equal(Start.AddDays(2557), state.Retention.Erasure!.Date.At);
        Assert.Equal(Start.AddDays(1826), state.Request.RetainUntil);
        Assert.Equal(("HOME-REVIEW", "Setting of the home authority; LED art. 5", false), (
            state.Retention.Review.Date.Rule, state.Retention.Review.Date.Citation, state.Retention.Review.Date.Verified));
        Assert.Equal(state.Retention.Review.Date.At, state.Retention.NextDue);
        Assert.Equal(state.Deadlines.Min(one => one.Due), state.NextDue);

        CaseId other = (await scenario.Authority.OpenRequest.RunAsync(
            TestAuthority.Partner, TestAuthority.Request("PNF-2026-0999", ("letter", [1])), CancellationToken.None)).State.Case;
        await scenario.Authority.Runner.RunAsync(other, CancellationToken.None);
        Assert.Null((await scenario.Authority.StateAsync(other)).Retention.Review);
        await scenario.Authority.DecideRequest.RunAsync(
            DisclosureScenario.Proposer, other, new ProposedDecision(DecisionKind.Refuse, "essential-interests", "UNCAC art. 46(21)(b)", "It would harm them."), CancellationToken.None);
        await scenario.Authority.Runner.RunAsync(other, CancellationToken.None);
        RetentionState refused = (await scenario.Authority.StateAsync(other)).Retention;
        Assert.Equal((Start.AddDays(183), Start.AddDays(366)), (refused.Review!.Date.At, refused.Erasure!.Date.At));
    }

    [Theory]
    [InlineData("UNCAC", "HOME-REVIEW", 1096)]
    [InlineData("EIO", "EIO-LED-5", 731)]
    [InlineData("ETS185", "ETS185-2AP-14-5", 731)]
    public void Of_the_instruments_rules_and_the_home_authoritys_the_earliest_holds(string instrument, string rule, int days)
    {
        RetentionDate date = RetentionDates.After(RetentionDateKind.Review, instrument, isRefused: false, PolicySet.Load(), Start);
        Assert.Equal((rule, Start.AddDays(days), Start.AddDays(days - 60)), (date.Rule, date.At, date.RemindAt));
    }

    [Fact]
    public void Every_instrument_has_both_dates_whatever_is_decided()
    {
        var policy = PolicySet.Load();
        foreach (string instrument in policy.Instruments)
        {
            foreach (bool isRefused in (bool[])[false, true])
            {
                RetentionDate review = RetentionDates.After(RetentionDateKind.Review, instrument, isRefused, policy, Start);
                Assert.True(review.At < RetentionDates.After(RetentionDateKind.Erasure, instrument, isRefused, policy, Start).At, instrument);
            }
        }
    }

    [Fact]
    public async Task Reminders_come_once_and_what_nobody_reviews_is_overdue_and_stays_so_and_nothing_is_erased()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await AtAsync(scenario, Start.AddDays(1035));
        Assert.Equal(0, await CountAsync(scenario, "retention.date-reminded"));
        await AtAsync(scenario, Start.AddDays(1036));
        await AtAsync(scenario, Start.AddDays(1040));
        Assert.Equal(1, await CountAsync(scenario, "retention.date-reminded"));
        await AtAsync(scenario, Start.AddDays(1096));
        await AtAsync(scenario, Start.AddDays(1500));
        Assert.Equal(1, await CountAsync(scenario, "retention.date-passed"));
        await AtAsync(scenario, Start.AddDays(2500));
        Assert.Equal(2, await CountAsync(scenario, "retention.date-reminded"));
        for (int day = 2557; day < 36_500; day += 5000)
            await AtAsync(scenario, Start.AddDays(day));

        CaseState state = await scenario.StateAsync();
        Assert.True(state.Retention is { Review.IsOverdue: true, Erasure.IsOverdue: true });
        Assert.Equal((2, 2), (await CountAsync(scenario, "retention.date-reminded"), await CountAsync(scenario, "retention.date-passed")));
        Assert.Equal(Start.AddDays(1096), state.NextDue);
        Assert.Empty(state.Retention.Erasures);
        Assert.Equal(DisclosureScenario.Content, await scenario.ReadAsync());
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task The_sweep_wakes_a_case_whose_date_has_come()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        Assert.Equal(0, await scenario.Authority.Sweep.RunAsync(CancellationToken.None));
        scenario.Authority.Time.Now = Start.AddDays(1096);
        Assert.Equal(1, await scenario.Authority.Sweep.RunAsync(CancellationToken.None));
        Decision decision = (await scenario.Authority.Runner.DecideAsync(scenario.Case, CancellationToken.None))!;
        Assert.Contains(new DueCommand.MarkDate(RetentionDateKind.Review, Start.AddDays(1096), IsPassed: true), decision.Due);
    }

    [Fact]
    public async Task A_review_keeps_the_case_until_a_date_and_the_next_comes_when_the_policy_wants_it()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await AtAsync(scenario, Start.AddDays(2557));
        CaseState kept = await scenario.KeepAsync(new DateOnly(2040, 12, 31));
        Assert.Equal(new DateTimeOffset(2041, 1, 1, 0, 0, 0, TimeSpan.Zero), kept.Retention.Erasure!.Date.At);
        Assert.Equal(Start.AddDays(2557 + 1096), kept.Retention.Review!.Date.At);
        Assert.False(kept.Retention.Review.IsOverdue || kept.Retention.Erasure.IsOverdue || kept.Retention.Review.IsReminded);

        Assert.Equal(kept.Commands.Count, (await scenario.KeepAsync(new DateOnly(2040, 12, 31))).Commands.Count);
        kept = await scenario.KeepAsync(new DateOnly(2034, 1, 31));
        Assert.Equal(kept.Retention.Erasure!.Date.At, kept.Retention.Review!.Date.At);
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task A_case_kept_to_the_same_day_in_other_words_comes_to_rest_and_what_was_said_of_the_day_stands()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.KeepAsync(new DateOnly(2027, 1, 10));
        await scenario.RunAsync();
        int reminded = await CountAsync(scenario, "retention.date-reminded");
        Assert.Equal(2, reminded);

        CaseState kept = await KeepAgainAsync(scenario, new DateOnly(2027, 1, 10));
        Assert.True(kept.Retention is { Review.IsReminded: true, Erasure.IsReminded: true });
        Assert.Equal(Other, kept.Retention.Erasure!.Date.Citation);
        await AssertRestsAsync(scenario);
        Assert.Equal(reminded, await CountAsync(scenario, "retention.date-reminded"));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task A_date_that_is_moved_away_and_back_is_said_again_and_the_case_comes_to_rest()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await scenario.KeepAsync(new DateOnly(2027, 1, 10));
        await scenario.RunAsync();
        await scenario.KeepAsync(new DateOnly(2029, 1, 10));
        await scenario.RunAsync();
        await KeepAgainAsync(scenario, new DateOnly(2027, 1, 10));
        await scenario.RunAsync();
        await AssertRestsAsync(scenario);
        Assert.Equal(4, await CountAsync(scenario, "retention.date-reminded"));
        await scenario.Authority.VerifyAsync(scenario.Case);
    }

    [Fact]
    public async Task Dates_count_from_the_decision_however_late_the_flow_comes_to_it()
    {
        using var authority = new TestAuthority();
        CaseId @case = await authority.ReceivedAsync(("statement", [1]));
        await authority.DecideRequest.RunAsync(
            DisclosureScenario.Proposer, @case, new ProposedDecision(DecisionKind.Accept, "complete-and-lawful", "UNCAC art. 46", "Nothing stands against it."), CancellationToken.None);
        DateTimeOffset decided = authority.Time.Now;
        authority.Time.Advance(TimeSpan.FromDays(9));
        await authority.Runner.RunAsync(@case, CancellationToken.None);

        CaseState state = await authority.StateAsync(@case);
        Assert.Equal(decided, state.DecidedAt);
        Assert.Equal((decided.AddDays(1096), decided.AddDays(2557)), (state.Retention.Review!.Date.At, state.Retention.Erasure!.Date.At));
    }

    [Fact]
    public async Task A_proposal_to_erase_the_case_counts_as_a_review_until_it_lapses()
    {
        using RetentionScenario scenario = await RetentionScenario.StartAsync();
        await AtAsync(scenario, Start.AddDays(1200));
        await scenario.ProposeAsync();
        await scenario.RunAsync();
        CaseState state = await scenario.StateAsync();
        Assert.False(state.Retention.Review!.IsOverdue);
        Assert.Equal(Start.AddDays(1230), state.Retention.Review.Date.At);
        await AtAsync(scenario, Start.AddDays(1230));
        state = await scenario.StateAsync();
        Assert.Equal((ErasureStep.Lapsed, true), (state.Retention.Erasures[0].Step, state.Retention.Review!.IsOverdue));
        Assert.Equal(DisclosureScenario.Content, await scenario.ReadAsync());
    }

    private const string Other = "LED art. 16(3)";

    private static Task<CaseState> KeepAgainAsync(RetentionScenario scenario, DateOnly until) => scenario.Authority.ReviewRetention.RunAsync(
        DisclosureScenario.Approver, scenario.Case, until, KeepingGround.PendingProceedings, Other, RetentionScenario.Why, CancellationToken.None);

    private static async Task AssertRestsAsync(RetentionScenario scenario)
    {
        await scenario.RunAsync();
        Assert.Empty((await scenario.Authority.Runner.DecideAsync(scenario.Case, CancellationToken.None))!.Due);
    }

    private static async Task AtAsync(RetentionScenario scenario, DateTimeOffset now)
    {
        scenario.Authority.Time.Now = now;
        await scenario.RunAsync();
    }

    private static async Task<int> CountAsync(RetentionScenario scenario, string happened) =>
        (await scenario.Authority.LedgerTextAsync(scenario.Case.ToString())).Split($"\"{happened}\"").Length - 1;
}
