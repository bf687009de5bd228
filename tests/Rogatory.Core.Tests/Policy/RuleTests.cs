using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Tests.Policy;

/// <summary>Every rule of every pack against its row in rule-cases.json.</summary>
public sealed class RuleTests
{
    private static readonly PolicySet Policy = PolicySet.Load();
    private static readonly DateTimeOffset At = new(2026, 11, 22, 10, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 22);

    public static TheoryData<string> RuleIds => [.. Rules.Keys];

    // The clocks of disclosures, of retention and of notices run whatever the request says; their own tests show them.
    private static Dictionary<string, PolicyRule> Rules { get; } = Policy.Packs.SelectMany(pack => pack.Rules)
        .Where(rule => rule.Clock?.Trigger is not (ClockTrigger.Proposal or ClockTrigger.Grant or ClockTrigger.Manifest or ClockTrigger.Erasure or ClockTrigger.Retention or ClockTrigger.Notice)
            && rule.Effect is not (RuleEffect.Review or RuleEffect.Erase))
        .ToDictionary(rule => rule.Id);

    [Fact]
    public void There_is_a_row_for_every_rule_and_a_rule_for_every_row() =>
        Assert.Equal(Rules.Keys.Order(StringComparer.Ordinal), RuleCase.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_cites_its_law(string id) => Assert.Matches(@"\b(art\. \d|[Ss]etting of the home authority)", Rules[id].Citation);

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_says_what_its_row_expects(string id)
    {
        RuleCase row = RuleCase.All[id];
        RequestDocument request = row.Triggers.Read();
        if (row.Due is { } due)
        {
            Assert.Equal(due, DueOf(Rules[id], request));
            return;
        }

        Finding[] findings = [.. FindingsOf(id, request)];
        Assert.Equal(row.At!, findings.Select(finding => finding.Field));
        Assert.All(findings, finding => Assert.Equal(
            (Rules[id].Effect == RuleEffect.Missing, Rules[id].Citation, Rules[id].Message, Rules[id].Verified),
            (finding.IsMissing, finding.Citation, finding.Message, finding.Verified)));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_is_silent_where_its_row_expects_it(string id)
    {
        RequestDocument? request = RuleCase.All[id].Spares?.Read();
        Assert.True(request is not null || Rules[id].Effect == RuleEffect.Retain, "A rule that can be silent needs a row that shows it.");
        if (request is null)
            return;
        Assert.Empty(FindingsOf(id, request));
        if (Rules[id].Clock is not null)
            Assert.Null(DueOf(Rules[id], request));
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_clock_is_stopped_by_events_that_a_case_can_have(string id) =>
        Assert.All(Rules[id].Clock?.MetBy ?? [], name => Assert.Contains(name, CaseEvents.Codec.Types.Keys));

    private static IEnumerable<Finding> FindingsOf(string rule, RequestDocument request) =>
        Completeness.Check(request, Policy, Today).Where(finding => finding.Rule == rule);

    private static DateTimeOffset? DueOf(PolicyRule rule, RequestDocument request)
    {
        IReadOnlyList<Deadline> deadlines = (rule.Effect, rule.Clock!.Trigger) switch
        {
            (RuleEffect.Clock, ClockTrigger.Receipt) => Clocks.For(request, Policy, At),
            (RuleEffect.Clock, ClockTrigger.Decision) => Clocks.AfterDecision(request, Policy, At),
            (RuleEffect.Minimum, ClockTrigger.Execution) => Clocks.PreserveUntil(request, Policy, At) is { } until ? [new Deadline(rule.Clock.Id, until, rule.Citation, [])] : [],
            (RuleEffect.Retain, ClockTrigger.Receipt) => [new Deadline(rule.Clock.Id, Policy.RetainUntil(At), rule.Citation, [])],
            _ => throw new InvalidOperationException("Nothing asks for this clock."),
        };
        Deadline? deadline = deadlines.SingleOrDefault(one => one.Clock == rule.Clock.Id);
        if (deadline is not null)
            Assert.Equal((rule.Citation, string.Join(' ', rule.Clock.MetBy)), (deadline.Citation, string.Join(' ', deadline.MetBy)));
        return deadline?.Due;
    }
}
