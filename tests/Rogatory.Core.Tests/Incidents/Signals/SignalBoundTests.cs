using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Tests.Incidents.Signals;

/// <summary>Each bound of the rules, one step on either side of it.</summary>
public sealed class SignalBoundTests
{
    private const string Partner = "partner:fr-pnf";
    private static readonly SignalPack Pack = PolicySet.Load().Signals!;
    private static readonly SignalPack Volume = Only("SIG-VOLUME", rule => rule with { Least = 1 });

    [Theory]
    [InlineData("SIG-VOLUME", 25)]
    [InlineData("SIG-HOURS", 4)]
    [InlineData("SIG-BREADTH", 12)]
    [InlineData("SIG-SPECIAL-FIRST", 2)]
    [InlineData("SIG-REFUSALS", 5)]
    [InlineData("SIG-EXTRACTS", 5)]
    [InlineData("SIG-PARTNER-VOLUME", 25)]
    [InlineData("SIG-PARTNER-COLLECTED", 5)]
    [InlineData("SIG-PARTNER-REFUSALS", 5)]
    public void The_least_count_of_a_rule_is_a_signal_and_one_less_is_none(string rule, int least)
    {
        Assert.DoesNotContain(rule, Rules(Doing(rule, least - 1)));
        Assert.Contains(rule, Rules(Doing(rule, least)));
    }

    [Fact]
    public void Who_reads_special_categories_now_and_then_has_to_read_more_than_six_of_them()
    {
        SomeActivity activity = Doing("SIG-SPECIAL-FIRST", 6).Add(30, ledger: Special);
        Assert.Empty(Rules(activity));
        Assert.Equal(["SIG-SPECIAL"], Rules(activity.Add(ledger: Special)));
    }

    [Fact]
    public void What_comes_to_a_threshold_is_no_signal_and_one_more_is()
    {
        // Own: 7 and 4.5 times 2 are 16. Peers: 7 and 2.5 times 2 are 12.
        Assert.Empty(Find(new SomeActivity().Daily().Add(count: 16), Volume));
        Assert.Single(Find(new SomeActivity().Daily().Add(count: 17), Volume));
        Assert.Empty(Find(new SomeActivity().Peers().Add(count: 12), Volume));
        Assert.Single(Find(new SomeActivity().Peers().Add(count: 13), Volume));
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(15, true)]
    public void A_past_of_fifteen_days_is_long_enough(int days, bool counts)
    {
        var activity = new SomeActivity().Add(count: 60);
        for (int day = 1; day <= days; day++)
            activity.Add(day);
        Assert.Equal(counts, Find(activity, Volume).Count == 1);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Four_others_are_peers(int others, bool count)
    {
        var activity = new SomeActivity().Add(count: 60);
        for (int peer = 0; peer < others; peer++)
            activity.Daily(actor: $"officer:o-{peer}");
        Assert.Equal(count, Find(activity, Volume).Count == 1);
    }

    [Fact]
    public void Who_did_nothing_before_that_day_is_nobodys_peer()
    {
        var activity = new SomeActivity().Add(count: 60).Add(actor: "officer:o-new");
        for (int peer = 0; peer < 3; peer++)
            activity.Daily(actor: $"officer:o-{peer}");
        Assert.Empty(Find(activity, Volume));
    }

    [Theory]
    [InlineData("SIG-SPECIAL-FIRST", "access.item-consulted")]
    [InlineData("SIG-EXTRACTS", "disclosure.extract-made")]
    [InlineData("SIG-REFUSALS", "access.call-refused")]
    [InlineData("SIG-HOURS", "access.item-consulted")]
    public void A_signal_names_the_lines_that_it_counts_and_no_others(string rule, string happened)
    {
        // Beside them the same officer does other things that day, and is refused something at night.
        SomeActivity activity = Doing(rule, 9).Add(happened: "review.request-accepted", count: 2).Add(happened: "disclosure.extract-made")
            .Add(happened: CallRefused.EventName, hour: 2, ledger: RefusalRegister.LedgerName);
        HashSet<(string, long)> counted =
        [
            .. activity.Ledgers.SelectMany(one => one.Value).Where(line => line.Actor == SomeActivity.Officer && DateOnly.FromDateTime(line.At.UtcDateTime) == SomeActivity.Day
                && line.Event == happened && (rule != "SIG-HOURS" || line.At.Hour == 2)).Select(line => (line.Case, line.Seq)),
        ];
        Assert.Equal(counted, Find(activity, Pack).Single(one => one.Rule == rule).Entries.Select(one => (one.Ledger, one.Seq)).ToHashSet());
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void The_window_ends_ninety_days_before(int daysBefore, bool counts) =>
        Assert.Equal(counts, Find(new SomeActivity().Add(count: 60).Add(daysBefore), Volume with { LeastDays = 1 }).Count == 1);

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void Of_sixty_acts_an_hour_is_usual_or_not(int acts, bool isKnown) =>
        Assert.Equal(isKnown, Find(new SomeActivity().Add(1, count: acts).Add(hour: 2), Hours).Count == 1);

    [Theory]
    [InlineData(99, 1, false)]
    [InlineData(100, 1, true)]
    [InlineData(99, 0, true)]
    public void An_hour_with_less_than_a_hundredth_of_the_acts_is_unusual(int byDay, int byNight, bool isUnusual) =>
        Assert.Equal(isUnusual, Find(new SomeActivity().Add(1, count: byDay).Add(1, count: byNight, hour: 2).Add(count: 3, hour: 2), Hours).Count == 1);

    [Theory]
    [InlineData(23, 0, false)]
    [InlineData(0, 23, false)]
    [InlineData(22, 0, true)]
    public void The_hour_before_midnight_is_beside_the_hour_after_it(double usual, double hour, bool isUnusual) =>
        Assert.Equal(isUnusual, Find(new SomeActivity().Add(1, count: 100, hour: usual).Add(hour: hour), Hours).Count == 1);

    [Fact]
    public void A_rule_over_several_days_adds_them_up_and_compares_them_with_days_that_are_none_of_them()
    {
        SomeActivity activity = new SomeActivity().Daily(days: 100).Add(2, count: 20).Add(1, count: 20).Add(count: 20);
        Signal signal = Assert.Single(Find(activity, Only("SIG-VOLUME", rule => rule with { Days = 3 })));
        // Two days of the three have their usual work too: 6 + 2 and 6 + 1.
        Assert.Equal((3, 75, 75), (signal.Days, signal.Value, signal.Entries.Count));
        // Three days' work before them, that of each day being 6 to 8; the first whole three days of the window end on its third.
        int weekdays = Enumerable.Range(3, Pack.WindowDays - 4).Count(before => SomeActivity.Day.AddDays(-before).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Equal((weekdays, 21), (signal.Own!.Days, signal.Own.Median));
        Assert.True(signal.Own.Threshold < 60);
    }

    private static string Special { get; } = CaseId.Of(PartnerId.Parse("fr-pnf"), "special").ToString();

    private static SignalPack Hours { get; } = Only("SIG-HOURS", rule => rule with { Least = 1, OwnFactor = 0.5 }) with { LeastDays = 1 };

    private static SignalPack Only(string id, Func<SignalRule, SignalRule> change) => Pack with { Rules = [change(Pack.Rules.Single(rule => rule.Id == id))] };

    private static IReadOnlyList<Signal> Find(SomeActivity activity, SignalPack pack) => FindSignals.On(SomeActivity.Day, activity.ToTable(), pack);

    private static IEnumerable<string> Rules(SomeActivity activity) => Find(activity, Pack).Select(one => one.Rule);

    /// <summary>Somebody with a past, and peers, who did so much of what a rule counts.</summary>
    private static SomeActivity Doing(string rule, int count)
    {
        bool isPartner = rule.StartsWith("SIG-PARTNER", StringComparison.Ordinal);
        string actor = isPartner ? Partner : SomeActivity.Officer;
        SomeActivity activity = new SomeActivity().Daily(actor: actor).Peers(isPartner ? "partner" : "officer")
            .Add(300, "partner:de-bfj", "intake.request-opened", ledger: Special, data: JsonNode.Parse("""{"dataCategories":["health"],"items":["statement"]}""")!.AsObject());
        switch (rule)
        {
            case "SIG-HOURS":
                return activity.Add(count: count, hour: 2);
            case "SIG-BREADTH":
                for (int n = 0; n < count; n++)
                    activity.Add(ledger: CaseId.Of(PartnerId.Parse("fr-pnf"), n.ToString(CultureInfo.InvariantCulture)).ToString());
                return activity;
            case "SIG-SPECIAL-FIRST":
                return activity.Add(count: count, ledger: Special);
            case "SIG-EXTRACTS":
                return activity.Add(happened: "disclosure.extract-made", count: count);
            case "SIG-PARTNER-COLLECTED":
                return activity.Add(actor: actor, happened: "disclosure.disclosure-fetched", count: count);
            case "SIG-REFUSALS" or "SIG-PARTNER-REFUSALS":
                return activity.Add(actor: actor, happened: CallRefused.EventName, ledger: RefusalRegister.LedgerName, data: new JsonObject { ["atLeast"] = count });
            default:
                return activity.Add(actor: actor, count: count);
        }
    }
}
