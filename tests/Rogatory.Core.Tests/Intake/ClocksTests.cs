using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Intake;

public sealed class ClocksTests
{
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly DateTimeOffset At = new(2026, 11, 22, 23, 59, 59, 500, TimeSpan.Zero);

    [Fact]
    public void Receipt_of_an_order_starts_the_clocks_to_acknowledge_and_to_decide_and_the_partners_own()
    {
        IReadOnlyList<Deadline> deadlines = Clocks.For(Read("eio-hearing"), Policy, At);
        Assert.Equal(
            [("eio.acknowledge", At.AddDays(7)), ("eio.decide", At.AddDays(30)), ("request.respond-by", new DateTimeOffset(2027, 1, 15, 0, 0, 0, TimeSpan.Zero))],
            deadlines.Select(deadline => (deadline.Clock, deadline.Due)));
    }

    [Fact]
    public void The_clock_to_execute_starts_with_the_decision_and_not_before()
    {
        Deadline deadline = Assert.Single(Clocks.AfterDecision(Read("eio-hearing"), Policy, At));
        Assert.Equal(("eio.execute", At.AddDays(90)), (deadline.Clock, deadline.Due));
    }

    [Fact]
    public void What_was_asked_for_is_done_once_the_partner_has_it()
    {
        IReadOnlyList<Deadline> started = [.. Clocks.For(Read("eio-hearing"), Policy, At), .. Clocks.AfterDecision(Read("eio-hearing"), Policy, At), .. Clocks.For(Read("uncac-bank-records"), Policy, At)];
        Assert.Equal(["eio.execute", "request.respond-by", "request.respond-by"], started.Where(one => one.MetBy.Contains(DisclosureFetched.EventName)).Select(one => one.Clock).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_convention_without_fixed_limits_starts_only_the_partners_own_clock()
    {
        Assert.Equal("request.respond-by", Assert.Single(Clocks.For(Read("uncac-bank-records"), Policy, At)).Clock);
        Assert.Empty(Clocks.AfterDecision(Read("uncac-bank-records"), Policy, At));
    }

    [Fact]
    public void Preserved_data_are_kept_for_sixty_days_at_least()
    {
        Assert.Equal(At.AddDays(60), Clocks.PreserveUntil(Read("ets185-preservation"), Policy, At));
        Assert.Null(Clocks.PreserveUntil(Read("ets185-stored-data"), Policy, At));
        Assert.Null(Clocks.PreserveUntil(Read("uncac-bank-records"), Policy, At));
    }

    [Fact]
    public void No_clock_starts_under_law_that_is_not_in_force_yet() =>
        Assert.Empty(Clocks.For(Read("eio-hearing"), Policy, new DateTimeOffset(2017, 5, 21, 23, 0, 0, TimeSpan.Zero)));

    private static RequestDocument Read(string name) => RequestDocument.Parse(SampleRequests.Read(name), Policy);
}
