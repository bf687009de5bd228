namespace Rogatory.Api.Drills;

/// <summary>Which drill to begin.</summary>
public sealed record DrillBody(string Drill);
