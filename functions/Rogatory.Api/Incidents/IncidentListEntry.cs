using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>An incident in a list.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Cause">What it is about.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="State"><c>open</c>, <c>closing</c> or <c>closed</c>; <c>unreadable</c> where its ledger does not hold together.</param>
/// <param name="OpenedAt">When it was opened; of one that is unreadable, since when somebody is aware of it.</param>
/// <param name="Case">The case.</param>
/// <param name="Item">The item.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Officer">The officer.</param>
/// <param name="Due">The earliest clock that runs.</param>
/// <param name="Missed">How many clocks ran out and are not stopped.</param>
public sealed record IncidentListEntry(
    string Incident, IncidentCause Cause, IncidentSeverity Severity, string State, DateTimeOffset OpenedAt, string? Case, string? Item, string? Partner, string? Officer,
    DateTimeOffset? Due, int Missed)
{
    public static IncidentListEntry OfUnreadable(IncidentOpened one) => new(
        one.Incident.ToString(), one.Cause, one.Severity, "unreadable", one.AwareAt, one.Case?.ToString(), one.Item?.ToString(), one.Partner?.ToString(), one.Officer?.ToString(), null, 0);

    public static IncidentListEntry Of(IncidentState one) => new(
        one.Incident.ToString(), one.Opened.Cause, one.Severity, IncidentView.StateOf(one), one.OpenedAt, one.Opened.Case?.ToString(), one.Opened.Item?.ToString(),
        one.Opened.Partner?.ToString(), one.Opened.Officer?.ToString(), one.NextDue, one.Clocks.Count(clock => clock is { IsMissed: true, IsStopped: false }));
}
