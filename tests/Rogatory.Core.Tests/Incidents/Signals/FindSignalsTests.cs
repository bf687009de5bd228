using System.Text.Json.Nodes;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Policy;
using Rogatory.TestKit.Histories;

namespace Rogatory.Core.Tests.Incidents.Signals;

public sealed class FindSignalsTests
{
    private const string Special = """{"item":"request","dataCategories":["health"],"items":["statement"]}""";
    private static readonly SignalPack Pack = PolicySet.Load().Signals!;

    [Fact]
    public void What_is_done_every_day_is_no_signal() => Assert.Empty(Find(new SomeActivity().Daily().Peers().Add(count: 8)));

    [Fact]
    public void Far_more_acts_than_usual_are_a_signal_that_explains_itself()
    {
        Signal signal = Assert.Single(Find(new SomeActivity().Daily().Peers().Add(count: 60)));
        Assert.Equal(("SIG-VOLUME", SignalMeasure.Volume, SomeActivity.Officer, SomeActivity.Day, 60), (signal.Rule, signal.Measure, signal.Actor, signal.Day, signal.Value));
        Assert.Equal((7, 1, 16), (signal.Own!.Median, signal.Own.Mad, signal.Own.Threshold));
        Assert.Equal((28, 140), (signal.Own.Days, signal.Peers!.Days));
        Assert.True(signal.Peers.Threshold is > 7 and < 60);
        Assert.Equal(60, signal.Entries.Count);
        Assert.All(signal.Entries, one => Assert.Equal(SomeActivity.Case, one.Ledger));
    }

    [Fact]
    public void A_signal_names_no_more_than_a_hundred_lines() =>
        Assert.Equal(100, Find(new SomeActivity().Daily().Peers().Add(count: 200))[0].Entries.Count);

    [Fact]
    public void What_is_usual_for_this_officer_is_no_signal_though_it_is_not_for_their_peers() =>
        Assert.Empty(Find(new SomeActivity().Daily(count: 60).Peers().Add(count: 62)));

    [Fact]
    public void What_is_usual_for_their_peers_is_no_signal_though_it_is_not_for_this_officer() =>
        Assert.Empty(Find(new SomeActivity().Daily().Peers(count: 60).Add(count: 60)));

    [Fact]
    public void Who_has_no_past_is_compared_with_peers_alone()
    {
        Signal signal = Assert.Single(Find(new SomeActivity().Peers().Add(count: 60)));
        Assert.Null(signal.Own);
        Assert.NotNull(signal.Peers);
    }

    [Fact]
    public void Who_has_no_peers_is_compared_with_their_past_alone()
    {
        Signal signal = Assert.Single(Find(new SomeActivity().Daily().Add(count: 60)));
        Assert.NotNull(signal.Own);
        Assert.Null(signal.Peers);
    }

    [Fact]
    public void Who_has_neither_gives_no_signal() => Assert.Empty(Find(new SomeActivity().Add(count: 500)));

    [Fact]
    public void A_past_beyond_the_window_does_not_count()
    {
        var activity = new SomeActivity().Add(count: 60);
        for (int day = Pack.WindowDays + 1; day < Pack.WindowDays + 60; day++)
            activity.Add(day, count: 6);
        Assert.Empty(Find(activity));
    }

    [Theory]
    [InlineData(2.5, true)]
    [InlineData(10, false)]
    [InlineData(11, false)]
    public void Acts_at_an_hour_at_which_an_officer_hardly_ever_acts_are_a_signal(double hour, bool isSignal) =>
        Assert.Equal(isSignal, Find(new SomeActivity().Daily().Peers().Add(count: 5, hour: hour)).Any(one => one.Rule == "SIG-HOURS"));

    [Fact]
    public void The_usual_hours_of_weekdays_are_unusual_at_a_weekend()
    {
        SomeActivity activity = new SomeActivity().Daily().Peers().Add(3, count: 5, hour: 10);
        DateOnly sunday = SomeActivity.Day.AddDays(-3);
        Assert.Equal(DayOfWeek.Sunday, sunday.DayOfWeek);
        Signal signal = Assert.Single(FindSignals.On(sunday, activity.ToTable(), Pack));
        Assert.Equal(("SIG-HOURS", 5, 5), (signal.Rule, signal.Value, signal.Entries.Count));
    }

    [Fact]
    public void An_officer_too_new_for_hours_of_their_own_has_those_of_their_peers() =>
        Assert.Contains(Find(new SomeActivity().Peers().Add(count: 5, hour: 2)), one => one.Rule == "SIG-HOURS");

    [Fact]
    public void Far_more_cases_than_usual_are_a_signal()
    {
        SomeActivity activity = new SomeActivity().Daily().Peers();
        for (int n = 0; n < 20; n++)
            activity.Add(ledger: CaseId.Of(PartnerId.Parse("fr-pnf"), $"{n}").ToString());
        Assert.Equal(20, Assert.Single(Find(activity), one => one.Rule == "SIG-BREADTH").Value);
    }

    [Fact]
    public void A_ledger_that_is_no_cases_counts_for_no_breadth()
    {
        SomeActivity activity = new SomeActivity().Daily().Peers();
        for (int n = 0; n < 20; n++)
            activity.Add(ledger: $"register-{n}");
        Assert.DoesNotContain(Find(activity), one => one.Rule == "SIG-BREADTH");
    }

    [Fact]
    public void The_first_reading_of_special_categories_is_a_signal_and_none_for_who_read_such_before()
    {
        JsonObject opened = JsonNode.Parse(Special)!.AsObject();
        string special = CaseId.Of(PartnerId.Parse("fr-pnf"), "special").ToString();
        SomeActivity activity = new SomeActivity().Daily().Peers().Add(300, "partner:fr-pnf", "intake.request-opened", ledger: special, data: opened).Add(count: 3, ledger: special);
        Signal signal = Assert.Single(Find(activity));
        Assert.Equal(("SIG-SPECIAL-FIRST", 3), (signal.Rule, signal.Value));
        Assert.Empty(Find(activity.Add(20, ledger: special)));
    }

    [Fact]
    public void Who_has_no_past_reads_nothing_for_the_first_time()
    {
        JsonObject opened = JsonNode.Parse(Special)!.AsObject();
        Assert.Empty(Find(new SomeActivity().Peers().Add(300, "partner:fr-pnf", "intake.request-opened", data: opened).Add(count: 3)));
    }

    [Fact]
    public void A_burst_of_refused_calls_is_a_signal() =>
        Assert.Equal("SIG-REFUSALS", Assert.Single(Find(new SomeActivity().Daily().Peers().Add().Add(happened: "access.call-refused", ledger: "refusals", data: new JsonObject { ["atLeast"] = 10 }))).Rule);

    [Fact]
    public void Extract_after_extract_is_a_signal() =>
        Assert.Equal("SIG-EXTRACTS", Assert.Single(Find(new SomeActivity().Daily().Peers().Add(happened: "disclosure.extract-made", count: 9))).Rule);

    [Theory]
    [InlineData("disclosure.disclosure-fetched", "SIG-PARTNER-COLLECTED")]
    [InlineData("sealing.item-sealed", "SIG-PARTNER-VOLUME")]
    [InlineData("access.call-refused", "SIG-PARTNER-REFUSALS")]
    public void A_partner_is_compared_with_partners(string happened, string rule)
    {
        SomeActivity activity = new SomeActivity().Daily(actor: "partner:fr-pnf", happened: "sealing.item-sealed").Peers("partner", happened: "sealing.item-sealed")
            .Peers(count: 500).Add(actor: "partner:fr-pnf", happened: happened, count: 60, data: new JsonObject { ["item"] = "statement", ["atLeast"] = 50 });
        Assert.Contains(Find(activity), one => one.Rule == rule);
    }

    [Fact]
    public void In_half_a_year_of_made_up_work_nine_tenths_of_the_misuse_are_found_with_no_more_than_one_false_alarm_an_officer_a_month()
    {
        SignalQuality quality = SignalQuality.Of(new MadeUpHistory(MadeUpHistory.FixedSeed), Pack);
        Assert.Equal(70, quality.Found.Count + quality.Missed.Count);
        Assert.True(quality.Recall >= 0.9, $"{quality.Recall:0.000} is found; missed: {string.Join(", ", quality.Missed.Select(one => one.Kind))}");
        Assert.True(quality.FalseAlarms <= 1, $"{quality.FalseAlarms:0.000} an officer a month");
        Assert.All(Enum.GetValues<Misuse>(), kind => Assert.Contains(quality.Found, one => one.Kind == kind));
    }

    private static IReadOnlyList<Signal> Find(SomeActivity activity) => FindSignals.On(SomeActivity.Day, activity.ToTable(), Pack);
}
