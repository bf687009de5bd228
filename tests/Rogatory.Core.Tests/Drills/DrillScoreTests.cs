using System.Text.Json.Nodes;
using Rogatory.Core.Drills;
using Rogatory.Ledger;

namespace Rogatory.Core.Tests.Drills;

public sealed class DrillScoreTests
{
    public static TheoryData<string> Drills => [.. PlayedDrill.All];

    [Theory]
    [MemberData(nameof(Drills))]
    public void A_good_play_scores_full_and_passes(string drill)
    {
        DrillScore score = new PlayedDrill(drill, "good").Score;
        Assert.Empty(score.Rules.Where(rule => rule.Fault is not null));
        Assert.Equal((100, true, true), (score.Points, score.IsFinished, score.IsPassed));
    }

    [Theory]
    [MemberData(nameof(Drills))]
    public void A_bad_play_loses_the_points_that_it_should_and_is_not_passed(string drill)
    {
        var played = new PlayedDrill(drill, "bad");
        Assert.Equal(PlayedDrill.ToLose(drill), played.Lost);
        Assert.False(played.Score.IsPassed);
    }

    [Theory]
    [MemberData(nameof(Drills))]
    public void Each_point_is_explained_and_cited_whether_earned_or_lost(string drill)
    {
        foreach (string play in (string[])["good", "bad"])
        {
            foreach (ScoredRule rule in new PlayedDrill(drill, play).Score.Rules)
            {
                Assert.NotEmpty(rule.Explanation);
                Assert.NotEmpty(rule.Citation);
                Assert.Equal(rule.Fault is null ? rule.Of : 0, rule.Points);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Drills))]
    public void Whoever_does_nothing_earns_nothing(string drill)
    {
        var played = new PlayedDrill(drill, "good");
        LedgerLine[] others = [.. played.Entries.TakeWhile(line => line.Actor != played.Run.Player)];
        DrillScore score = DrillScore.Of(played.Drill, played.Run.Player, played.Run.StartedAt, others);
        Assert.Equal((0, false, false), (score.Points, score.IsFinished, score.IsPassed));
    }

    [Theory]
    [MemberData(nameof(Drills))]
    public void Nobody_passes_by_what_another_officer_did(string drill)
    {
        var played = new PlayedDrill(drill, "good");
        Assert.False(DrillScore.Of(played.Drill, "officer:o-somebody-else", played.Run.StartedAt, played.Entries).IsPassed);
    }

    [Theory]
    [MemberData(nameof(Drills))]
    public void Nobody_passes_by_finishing_alone(string drill)
    {
        var played = new PlayedDrill(drill, "good");
        LedgerLine[] entries = [.. played.Entries.Where(line => line.Actor != played.Run.Player || played.Drill.Finish.Any(pattern => pattern.Matches(line, played.Run.Player)))];
        Assert.False(DrillScore.Of(played.Drill, played.Run.Player, played.Run.StartedAt, entries).IsPassed);
    }

    [Fact]
    public void A_breach_that_is_recalled_and_of_which_no_incident_is_opened_is_not_passed()
    {
        var played = new PlayedDrill("friday-evening", "good");
        LedgerLine[] silent = [.. played.Entries.Where(line => !line.Event.StartsWith("incidents.", StringComparison.Ordinal))];
        DrillScore score = DrillScore.Of(played.Drill, played.Run.Player, played.Run.StartedAt, silent);
        Assert.Equal(["incident", "notice"], score.Rules.Where(rule => rule.Fault is not null).Select(rule => rule.Rule));
        Assert.False(score.IsPassed);
    }

    [Fact]
    public void An_incident_that_is_opened_on_monday_is_too_late()
    {
        var played = new PlayedDrill("friday-evening", "good");
        LedgerLine[] late = [.. played.Entries.Select(line => line.Event.StartsWith("incidents.", StringComparison.Ordinal) ? line with { At = line.At.AddHours(60) } : line)];
        DrillScore score = DrillScore.Of(played.Drill, played.Run.Player, played.Run.StartedAt, late);
        Assert.Equal([("incident", DrillFault.Late)], score.Rules.Where(rule => rule.Fault is not null).Select(rule => (rule.Rule, rule.Fault!.Value)));
        Assert.False(score.IsPassed);
    }

    [Fact]
    public void Whoever_recalls_another_disclosure_than_the_one_that_went_wrong_has_not_finished()
    {
        var played = new PlayedDrill("friday-evening", "good");
        LedgerLine[] other = [.. played.Entries.Select(line => line.Event == "disclosure.disclosure-recalled" ? With(line, "disclosure", $"{played.Run.Case}-2") : line)];
        Assert.False(DrillScore.Of(played.Drill, played.Run.Player, played.Run.StartedAt, other).IsFinished);
    }

    [Fact]
    public void An_extract_that_leaves_out_next_to_nothing_is_none_of_what_was_asked_for()
    {
        var played = new PlayedDrill("over-disclosure", "good");
        LedgerLine[] wide = [.. played.Entries.Select(line => line.Event == "disclosure.extract-made" ? With(line, "removed", new JsonObject { ["rows"] = 1 }) : line)];
        DrillScore score = DrillScore.Of(played.Drill, played.Run.Player, played.Run.StartedAt, wide);
        Assert.Equal(["extract-march"], score.Rules.Where(rule => rule.Fault is not null).Select(rule => rule.Rule));
        Assert.False(score.IsPassed);
    }

    [Fact]
    public void The_order_in_which_entries_are_given_changes_nothing()
    {
        var played = new PlayedDrill("over-disclosure", "good");
        DrillScore turned = DrillScore.Of(played.Drill, played.Run.Player, played.Run.StartedAt, played.Entries.Reverse());
        Assert.Equal(played.Score.Points, turned.Points);
    }

    [Fact]
    public void What_comes_too_late_earns_nothing_in_time()
    {
        var played = new PlayedDrill("friday-evening", "good");
        LedgerLine[] late = [.. played.Entries.Select(line => line.Event == "disclosure.disclosure-recalled" ? line with { At = line.At.AddHours(2) } : line)];
        DrillScore score = DrillScore.Of(played.Drill, played.Run.Player, played.Run.StartedAt, late);
        Assert.Equal((DrillFault.Late, 0), score.Rules.Where(rule => rule.Rule == "in-time").Select(rule => (rule.Fault!.Value, rule.Points)).Single());
        Assert.Null(score.Rules.Single(rule => rule.Rule == "recalled").Fault);
    }

    [Fact]
    public void What_comes_after_what_it_had_to_come_before_earns_nothing()
    {
        var played = new PlayedDrill("over-disclosure", "good");
        DateTimeOffset end = played.Entries[^1].At;
        LedgerLine[] moved = [.. played.Entries.Select(line => line.Event == "access.item-consulted" ? line with { At = end.AddSeconds(1) } : line)];
        DrillScore score = DrillScore.Of(played.Drill, played.Run.Player, played.Run.StartedAt, moved);
        Assert.Equal(["read-the-request", "read-the-accounts"], score.Rules.Where(rule => rule.Fault is not null).Select(rule => rule.Rule));
    }

    [Fact]
    public void What_another_officer_does_is_not_the_players()
    {
        var played = new PlayedDrill("over-disclosure", "good");
        DrillScore score = DrillScore.Of(played.Drill, "officer:o-somebody-else", played.Run.StartedAt, played.Entries);
        Assert.Equal((10 + 40, false), (score.Points, score.IsPassed));
    }

    private static LedgerLine With(LedgerLine line, string member, JsonNode value)
    {
        var data = (JsonObject)line.Data.DeepClone();
        data[member] = value;
        return line with { Data = data };
    }

    [Theory]
    [InlineData("""{"items":"statement"}""", true)]
    [InlineData("""{"items":"state*"}""", true)]
    [InlineData("""{"items":"letter*"}""", false)]
    [InlineData("""{"items":["letter","photo"]}""", true)]
    [InlineData("""{"items":{"not":"letter"}}""", true)]
    [InlineData("""{"items":{"not":["photo","letter"]}}""", false)]
    [InlineData("""{"findings.rule":"B"}""", true)]
    [InlineData("""{"findings.rule":"C"}""", false)]
    [InlineData("""{"stated.led37.ownAssessment.value":true}""", true)]
    [InlineData("""{"stated.led37.ownAssessment.value":false}""", false)]
    [InlineData("""{"stated.led38.vitalInterests":true}""", false)]
    [InlineData("""{"stated.led38.vitalInterests":{"not":true}}""", true)]
    [InlineData("""{"region":null}""", true)]
    [InlineData("""{"approvals":2}""", true)]
    public void Data_are_matched_by_path_through_lists_by_beginning_by_any_of_and_by_none_of(string pattern, bool matches)
    {
        JsonObject data = JsonNode.Parse(
            """{"approvals":2,"command":"a","findings":[{"rule":"A"},{"rule":"B"}],"items":["statement","photo"],"region":null,"stated":{"led37":{"ownAssessment":{"value":true}}}}""")!.AsObject();
        var line = new LedgerLine(0, DateTimeOffset.UnixEpoch, "DRYR-0000-0000", "officer:o-player", "disclosure.disclosure-proposed", data, new string('0', 64));
        Dictionary<string, JsonNode?> wanted = JsonNode.Parse(pattern)!.AsObject().ToDictionary(one => one.Key, one => one.Value?.DeepClone());
        Assert.Equal(matches, new EntryPattern(["disclosure.disclosure-proposed"], DrillRole.Player, wanted).Matches(line, "officer:o-player"));
        Assert.False(new EntryPattern(["disclosure.disclosure-proposed"], DrillRole.Colleague, wanted).Matches(line, "officer:o-player"));
        Assert.False(new EntryPattern(["review.request-accepted"], null, wanted).Matches(line, "officer:o-player"));
    }
}
