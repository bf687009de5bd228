namespace Rogatory.Core.Drills;

/// <summary>A test over a run's entries, and the points it is worth.</summary>
/// <param name="Id">Its id within the drill.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Fault">What it means to lose them.</param>
/// <param name="Earned">Why they were earned, in a sentence for the player.</param>
/// <param name="Lost">Why they were lost, and what would have been right.</param>
/// <param name="Citation">The law or rule that says so.</param>
/// <param name="Must">Such an entry has to be there.</param>
/// <param name="MustNot">No such entry may be there; the points count once the drill is finished.</param>
/// <param name="After">Only entries after the first such one count.</param>
/// <param name="Before">Only entries before the first such one count, and all of them where there is none.</param>
/// <param name="WithinMinutes">Only entries within so many minutes count, from <paramref name="After"/> or the drill's start.</param>
/// <param name="IsVital">Whether the drill is not passed without them, whatever the rest comes to.</param>
public sealed record DrillRule(
    string Id, int Points, DrillFault Fault, string Earned, string Lost, string Citation, EntryPattern? Must = null, EntryPattern? MustNot = null,
    EntryPattern? After = null, EntryPattern? Before = null, int? WithinMinutes = null, bool IsVital = false);
