using Rogatory.Ledger;

namespace Rogatory.Core.Drills;

/// <summary>What a run came to. A pure function of the drill and the ledgers' entries: whoever has both comes to the same.</summary>
/// <param name="Points">What was earned, of 100.</param>
/// <param name="IsFinished">Whether the player did what finishes the drill.</param>
/// <param name="IsPassed">Whether it is finished, with points enough and every vital rule's.</param>
/// <param name="Rules">What each rule gave, and why.</param>
public sealed record DrillScore(int Points, bool IsFinished, bool IsPassed, IReadOnlyList<ScoredRule> Rules)
{
    /// <summary>Scores a run.</summary>
    /// <param name="drill">The drill, with its placeholders filled in for the run.</param>
    /// <param name="player">The player's actor, such as <c>officer:o-devries</c>.</param>
    /// <param name="startedAt">When the run began.</param>
    /// <param name="entries">The entries of the case and of the incidents about it, in any order.</param>
    public static DrillScore Of(DrillDefinition drill, string player, DateTimeOffset startedAt, IEnumerable<LedgerLine> entries)
    {
        ArgumentNullException.ThrowIfNull(drill);
        ArgumentNullException.ThrowIfNull(entries);
        LedgerLine[] lines = [.. entries.OrderBy(line => line.At).ThenBy(line => line.Case, StringComparer.Ordinal).ThenBy(line => line.Seq)];
        bool finished = IsFinishedBy(drill, player, lines);
        ScoredRule[] rules = [.. drill.Rules.Select(rule => Score(rule, player, startedAt, lines, finished))];
        int points = rules.Sum(one => one.Points);
        bool passed = finished && points >= drill.Pass && drill.Rules.Zip(rules).All(pair => !pair.First.IsVital || pair.Second.Fault is null);
        return new DrillScore(points, finished, passed, rules);
    }

    /// <summary>Whether the player did what finishes the drill.</summary>
    public static bool IsFinishedBy(DrillDefinition drill, string player, IEnumerable<LedgerLine> entries)
    {
        ArgumentNullException.ThrowIfNull(drill);
        return entries.Any(line => drill.Finish.Any(pattern => pattern.Matches(line, player)));
    }

    private static ScoredRule Score(DrillRule rule, string player, DateTimeOffset startedAt, LedgerLine[] lines, bool finished)
    {
        ScoredEntry[] found = [.. Candidates(rule, player, startedAt, lines)
            .Where(line => (rule.Must ?? rule.MustNot)!.Matches(line, player))
            .Select(line => new ScoredEntry(line.Case, line.Seq, line.Event))];
        bool earned = rule.Must is not null ? found.Length > 0 : finished && found.Length == 0;
        return new ScoredRule(
            rule.Id, earned ? rule.Points : 0, rule.Points, earned ? null : rule.Fault, earned ? rule.Earned : Why(rule, found, finished), rule.Citation, found);
    }

    private static string Why(DrillRule rule, ScoredEntry[] found, bool finished) =>
        rule.Must is null && found.Length == 0 && !finished ? "The drill was not finished, so that nothing was avoided by it." : rule.Lost;

    private static IEnumerable<LedgerLine> Candidates(DrillRule rule, string player, DateTimeOffset startedAt, LedgerLine[] lines)
    {
        int from = rule.After is { } after ? Array.FindIndex(lines, line => after.Matches(line, player)) + 1 : 0;
        if (rule.After is not null && from == 0)
            return [];
        int to = rule.Before is { } before ? Array.FindIndex(lines, line => before.Matches(line, player)) : -1;
        DateTimeOffset begun = from > 0 ? lines[from - 1].At : startedAt;
        return lines[from..Math.Max(from, to < 0 ? lines.Length : to)]
            .Where(line => rule.WithinMinutes is not { } minutes || line.At <= begun + TimeSpan.FromMinutes(minutes));
    }
}
