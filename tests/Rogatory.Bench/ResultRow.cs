namespace Rogatory.Bench;

internal sealed record ResultRow(string Name, double Value, string Unit, string? Goal, bool? Holds);
