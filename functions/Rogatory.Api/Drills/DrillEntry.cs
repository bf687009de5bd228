namespace Rogatory.Api.Drills;

/// <summary>A drill, as the list shows it: not what it is about.</summary>
public sealed record DrillEntry(string Drill, DateOnly Version, string Title, int Hours, int Pass);
