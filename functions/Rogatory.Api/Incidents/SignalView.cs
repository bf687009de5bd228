using Rogatory.Core.Incidents.Signals;

namespace Rogatory.Api.Incidents;

/// <summary>A signal with what makes it one.</summary>
public sealed record SignalView(
    DateOnly Day, string Actor, string Rule, string Message, string Citation, SignalMeasure Measure, int Days, int Value, Baseline? Own, Baseline? Peers,
    string Incident, IReadOnlyList<ActivityEntry> Entries);
