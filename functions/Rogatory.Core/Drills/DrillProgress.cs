using System.Text.RegularExpressions;
using Rogatory.Ledger;

namespace Rogatory.Core.Drills;

/// <summary>What is due of a drill's script: a pure function of the run and its entries.</summary>
public static partial class DrillProgress
{
    /// <summary>The steps that are due and were not taken, in the order of the drill's file.</summary>
    /// <param name="drill">The drill, with its placeholders filled in.</param>
    /// <param name="run">The run.</param>
    /// <param name="entries">Its entries.</param>
    public static IReadOnlyList<DrillStep> Due(DrillDefinition drill, DrillRun run, IReadOnlyList<LedgerLine> entries)
    {
        ArgumentNullException.ThrowIfNull(drill);
        ArgumentNullException.ThrowIfNull(run);
        var due = new List<DrillStep>();
        foreach (DrillStep step in drill.Steps.Where(step => !run.Steps.ContainsKey(step.Id)))
        {
            if (step.After is not { } after)
                due.Add(step);
            else if (entries.FirstOrDefault(line => after.Matches(line, run.Player)) is { } line)
                due.Add(step with { Call = step.Call is { } call ? Fill(call, line) : null });
        }

        return due;
    }

    /// <summary>A call with what the entry that it follows on says in place of <c>{entry:member}</c>.</summary>
    private static string Fill(string call, LedgerLine line) =>
        OfEntry().Replace(call, found => line.Data[found.Groups["member"].Value]?.ToString() ?? found.Value);

    [GeneratedRegex(@"\{entry:(?<member>[A-Za-z]{1,40})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfEntry();

    /// <summary>What the player was told so far, in the order of the drill's file.</summary>
    public static IReadOnlyList<string> Told(DrillDefinition drill, DrillRun run)
    {
        ArgumentNullException.ThrowIfNull(drill);
        ArgumentNullException.ThrowIfNull(run);
        return [.. drill.Steps.Where(step => run.Steps.ContainsKey(step.Id)).Select(step => step.Says).OfType<string>()];
    }
}
