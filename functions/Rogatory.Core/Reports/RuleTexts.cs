using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Reports;

/// <summary>What the rules in force say of themselves, by id. A ledger can name rules of an earlier version, of which nothing is said.</summary>
internal sealed class RuleTexts
{
    private readonly Dictionary<string, (string Message, string Citation)> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Message, string Citation)> _clocks = new(StringComparer.Ordinal);
    private readonly int _assignmentMonths;
    private readonly HashSet<string> _rungs = new(StringComparer.Ordinal);

    public RuleTexts(PolicySet policy)
    {
        Courses = [.. (policy.Access?.Courses.Values ?? []).OrderBy(course => course.Id, StringComparer.Ordinal).Select(course => (course.Id, course.Title, (string?)course.Citation))];
        UndertakingCitation = policy.Access?.Undertaking.Citation;
        _assignmentMonths = policy.Access?.AssignmentMonths ?? 0;
        foreach (PolicyRule rule in policy.Packs.SelectMany(pack => pack.Rules))
        {
            _rules[rule.Id] = (rule.Message, rule.Citation);
            // Instruments share clocks, and each has its own article for it.
            if (rule.Clock is { } clock)
                _clocks[clock.Id] = (rule.Message, _clocks.TryGetValue(clock.Id, out var known) ? $"{known.Citation}; {rule.Citation}" : rule.Citation);
        }

        foreach (IncidentClockRule clock in policy.Incidents?.Clocks ?? [])
            _rules[clock.Id] = (clock.Message, clock.Citation);
        foreach (AccessFinding rule in policy.Access is { } access ? Enum.GetValues<AccessCondition>().Select(condition => access.Miss(condition)) : [])
            _rules[rule.Rule] = (rule.Message, rule.Citation);
        foreach (TransferRule rule in policy.Transfer?.Rules.Select(one => one.Rule) ?? [])
            _rules[rule.Id] = (rule.Message, rule.Citation);
        foreach (CompiledLadder ladder in policy.Transfer?.Ladders ?? [])
        {
            _rules[ladder.Ladder.Id] = (ladder.Ladder.Message, ladder.Ladder.Citation);
            foreach (TransferRung rung in ladder.Rungs.Select(one => one.Rung))
            {
                _rules[rung.Id] = (rung.Carries, rung.Citation);
                _rungs.Add(rung.Id);
            }
        }
    }

    /// <summary>The courses of the catalogue, each with what asks for it.</summary>
    public IReadOnlyList<(string Code, string Title, string? Citation)> Courses { get; }

    /// <summary>What asks for the undertaking.</summary>
    public string? UndertakingCitation { get; }

    /// <summary>Whether an assignment has not lapsed at that time.</summary>
    public bool Stands(Assignment assignment, DateTimeOffset at) => at < assignment.LapsesAt(_assignmentMonths);

    /// <summary>Whether a transfer can rest on the rule alone.</summary>
    public bool IsRung(string rule) => _rungs.Contains(rule);

    public string? CitationOf(string rule) => _rules.TryGetValue(rule, out var found) ? found.Citation : null;

    public (string Title, string? Citation)? Rule(string rule) => _rules.TryGetValue(rule, out var found) ? (found.Message, found.Citation) : null;

    public (string Title, string? Citation)? Clock(string clock) => _clocks.TryGetValue(clock, out var found) ? (found.Message, found.Citation) : null;
}
