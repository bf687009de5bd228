namespace Rogatory.Api.Drills;

/// <summary>The drills that there are, and what the caller played of them, the oldest run first.</summary>
public sealed record DrillList(IReadOnlyList<DrillEntry> Drills, IReadOnlyList<DrillRunEntry> Runs);
