namespace Rogatory.Api.Incidents;

/// <summary>Signals, newest first, and the last day that was looked at.</summary>
public sealed record SignalList(DateOnly? LookedUntil, IReadOnlyList<SignalView> Signals);
