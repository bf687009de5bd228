using System.Text.Json.Nodes;
using Rogatory.Core.Incidents.Signals;

namespace Rogatory.Core.Tests.Incidents.Signals;

public sealed class ActivityReaderTests
{
    [Fact]
    public void The_lines_of_one_command_are_one_act()
    {
        ActivityDay day = DayOf(new SomeActivity().Add(command: "a").Add(command: "a").Add(command: "b").Add(command: "a"));
        Assert.Equal((3, 1, 3), (day.Acts, day.Cases.Count, day.Hours[10]));
    }

    [Fact]
    public void What_the_program_did_counts_for_nobody() =>
        Assert.Empty(new SomeActivity().Add(actor: "system:flow").Add(actor: "system:patrol").ToTable().Actors);

    [Fact]
    public void A_refused_call_is_a_refusal_and_no_act()
    {
        ActivityDay day = DayOf(Refused(new SomeActivity(), 1));
        Assert.Equal((0, 1, 0), (day.Acts, day.Refusals, day.Cases.Count));
    }

    [Theory]
    [InlineData(10, 1, 5, 10)]
    [InlineData(10, 10, 5)]
    [InlineData(5, 1, 1, 5)]
    public void The_lines_of_one_hour_stand_for_as_many_refused_calls_as_the_greatest_of_them_says(int calls, params int[] lines)
    {
        var activity = new SomeActivity();
        foreach (int atLeast in lines)
            Refused(activity, atLeast);
        Assert.Equal(calls, DayOf(activity).Refusals);
    }

    [Fact]
    public void Refused_calls_of_another_hour_act_rule_or_actor_are_others()
    {
        SomeActivity activity = Refused(new SomeActivity(), 5);
        Refused(Refused(Refused(Refused(activity, 5, hour: 11), 5, act: "GetRisk"), 5, rule: "ACC-COURSE"), 50, actor: "officer:o-devries");
        ActivityTable table = activity.ToTable();
        Assert.Equal((20, 50), (table.Actors[SomeActivity.Officer][SomeActivity.Day].Refusals, table.Actors["officer:o-devries"][SomeActivity.Day].Refusals));
    }

    [Theory]
    [InlineData("intake.request-opened", """{"dataCategories":["health"],"items":["statement"]}""", 1)]
    [InlineData("intake.request-opened", """{"dataCategories":["identity"],"items":["statement"]}""", 0)]
    [InlineData("intake.request-opened", """{"dataCategories":["health"],"items":["letter"]}""", 0)]
    [InlineData("sealing.item-added", """{"item":"statement","dataCategories":["biometric"]}""", 1)]
    [InlineData("sealing.item-added", """{"item":"statement","dataCategories":["identity"]}""", 0)]
    [InlineData("classification.item-classified", """{"item":"statement","categories":{"health":3}}""", 1)]
    [InlineData("classification.item-classified", """{"item":"statement","categories":{"person-name":3}}""", 0)]
    [InlineData("classification.item-classified", """{"item":"letter","categories":{"health":3}}""", 0)]
    public void An_item_holds_special_categories_as_declared_or_as_found(string happened, string data, int special)
    {
        foreach (string read in (string[])["statement", "statement.extract-1", "statement.findings"])
        {
            SomeActivity activity = new SomeActivity().Add(1, "system:classification", happened, data: JsonNode.Parse(data)!.AsObject())
                .Add(data: new JsonObject { ["item"] = read });
            Assert.Equal(special, DayOf(activity).Special);
        }
    }

    [Fact]
    public void What_a_line_before_the_first_day_says_of_an_item_is_taken_though_it_is_not_counted()
    {
        SomeActivity activity = new SomeActivity()
            .Add(50, "officer:o-old", "sealing.item-added", data: JsonNode.Parse("""{"item":"statement","dataCategories":["health"]}""")!.AsObject()).Add();
        ActivityTable table = activity.ToTable(SomeActivity.Day);
        Assert.Equal(SomeActivity.Officer, Assert.Single(table.Actors).Key);
        Assert.Equal(1, table.Actors[SomeActivity.Officer][SomeActivity.Day].Special);
    }

    private static SomeActivity Refused(SomeActivity activity, int atLeast, int hour = 10, string act = "GetCase", string rule = "ACC-ROLE", string actor = SomeActivity.Officer) =>
        activity.Add(actor: actor, happened: "access.call-refused", hour: hour, ledger: "refusals", data: new JsonObject
        {
            ["act"] = act, ["rule"] = rule, ["hour"] = $"2026-11-18T{hour}:00:00+00:00", ["atLeast"] = atLeast,
        });

    private static ActivityDay DayOf(SomeActivity activity) => activity.ToTable().Actors[SomeActivity.Officer][SomeActivity.Day];
}
