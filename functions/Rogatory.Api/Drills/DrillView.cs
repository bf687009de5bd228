using System.Text.Json.Nodes;
using Rogatory.Core.Drills;

namespace Rogatory.Api.Drills;

/// <summary>A run, as its player sees it.</summary>
/// <param name="Case">The case, which names the run.</param>
/// <param name="Drill">The drill.</param>
/// <param name="Title">Its name.</param>
/// <param name="Story">What the player is told at the beginning.</param>
/// <param name="Task">What the player is to do.</param>
/// <param name="Sheet">Transfer facts that are plain in this case, to begin a proposal with.</param>
/// <param name="Partners">The ids of the authorities in it, with their names.</param>
/// <param name="Told">What the player was told since.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndsAt">Until when it can be played.</param>
/// <param name="IsFinished">Whether the player did what finishes it.</param>
/// <param name="Points">What it came to; null while it is not scored.</param>
/// <param name="Passed">Whether it was passed; null likewise.</param>
public sealed record DrillView(
    string Case, string Drill, string Title, IReadOnlyList<string> Story, string Task, JsonObject Sheet, IReadOnlyDictionary<string, string> Partners, IReadOnlyList<string> Told,
    DateTimeOffset StartedAt, DateTimeOffset EndsAt, bool IsFinished, int? Points, bool? Passed)
{
    public static DrillView Of(DrillDefinition drill, DrillRun run, DateTimeOffset endsAt, bool isFinished)
    {
        ArgumentNullException.ThrowIfNull(drill);
        ArgumentNullException.ThrowIfNull(run);
        return new DrillView(
            run.Case.ToString(), run.Drill, drill.Title, drill.Story, drill.Task, drill.Sheet, drill.Partners.ToDictionary(one => run.PartnerOf(one.Alias).ToString(), one => one.Name),
            DrillProgress.Told(drill, run), run.StartedAt, endsAt, isFinished, run.Scored?.Points, run.Scored?.Passed);
    }
}
