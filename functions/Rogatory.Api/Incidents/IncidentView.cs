using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>An incident as officers see it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Cause">What it is about.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Breach">Whether it is a personal data breach until shown otherwise.</param>
/// <param name="Regime">The law that it falls under then.</param>
/// <param name="State"><c>open</c>, <c>closing</c> (another officer decides) or <c>closed</c>.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="OpenedBy">Who opened it.</param>
/// <param name="AwareAt">The instant that its clocks count from.</param>
/// <param name="Case">The case.</param>
/// <param name="Item">The item.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Officer">The officer.</param>
/// <param name="Sightings">How often the same was met again.</param>
/// <param name="Words">The sealed items with what people wrote, as case and item with a slash between.</param>
/// <param name="Affected">What is affected; null until that was looked for.</param>
/// <param name="Clocks">Its clocks.</param>
/// <param name="Notices">Its notices.</param>
/// <param name="Waivers">The notices that are not sent.</param>
/// <param name="Measures">What was done against it.</param>
/// <param name="Closing">The number of the closing that waits for another officer; null where none does.</param>
/// <param name="ClosingBy">Who proposed that.</param>
/// <param name="ClosedAt">When it was closed.</param>
public sealed record IncidentView(
    string Incident, IncidentCause Cause, IncidentSeverity Severity, bool Breach, LawRegime Regime, string State, DateTimeOffset OpenedAt, string OpenedBy, DateTimeOffset AwareAt,
    string? Case, string? Item, string? Partner, string? Officer, int Sightings, IReadOnlyList<string> Words, IncidentAffectedView? Affected,
    IReadOnlyList<IncidentClockView> Clocks, IReadOnlyList<IncidentNoticeView> Notices, IReadOnlyList<IncidentWaiverView> Waivers, IReadOnlyList<IncidentMeasureView> Measures,
    int? Closing, string? ClosingBy, DateTimeOffset? ClosedAt)
{
    public static IncidentView Of(IncidentState one) => new(
        one.Incident.ToString(), one.Opened.Cause, one.Severity, one.Opened.Breach, one.Opened.Regime, StateOf(one), one.OpenedAt, one.OpenedBy, one.AwareAt,
        one.Opened.Case?.ToString(), one.Opened.Item?.ToString(), one.Opened.Partner?.ToString(), one.Opened.Officer?.ToString(), one.Sightings,
        [.. WordsOf(one).Select(words => $"{words.Case}/{words.Item}")], one.Effects is { } found ? IncidentAffectedView.Of(found) : null,
        [.. one.Clocks.Select(IncidentClockView.Of)], [.. one.Notices.Select(notice => IncidentNoticeView.Of(notice))], [.. one.Waivers.Select(IncidentWaiverView.Of)],
        [.. one.Measures.Select(IncidentMeasureView.Of)], one.Closing is null ? null : one.Closings, one.ClosingBy, one.ClosedAt);

    public static string StateOf(IncidentState one) => one.IsClosed ? "closed" : one.Closing is null ? "open" : "closing";

    private static IEnumerable<SealedWords> WordsOf(IncidentState one) =>
        [.. one.Reports, .. one.Waivers.Select(waiver => waiver.Reasons), .. one.Measures.Select(measure => measure.Reasons), .. (one.Closed?.Words ?? one.Closing?.Words) is { } closing ? [closing] : Array.Empty<SealedWords>(), .. one.Closed?.Reasons is { } reasons ? [reasons] : Array.Empty<SealedWords>()];
}
