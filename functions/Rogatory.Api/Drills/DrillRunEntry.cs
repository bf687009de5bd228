using Rogatory.Core.Drills;

namespace Rogatory.Api.Drills;

/// <summary>A run, as the list shows it.</summary>
/// <param name="Case">The case, which names the run.</param>
/// <param name="Drill">The drill.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndsAt">Until when it can be played.</param>
/// <param name="Points">What it came to; null while it is not scored.</param>
/// <param name="Passed">Whether it was passed; null likewise.</param>
public sealed record DrillRunEntry(string Case, string Drill, DateTimeOffset StartedAt, DateTimeOffset EndsAt, int? Points, bool? Passed)
{
    public static DrillRunEntry Of(DrillRun run, DateTimeOffset endsAt)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new DrillRunEntry(run.Case.ToString(), run.Drill, run.StartedAt, endsAt, run.Scored?.Points, run.Scored?.Passed);
    }
}
