using System.Text.Json;
using Rogatory.Core.Incidents;

namespace Rogatory.Core.Reports;

/// <summary>One incident: its cause, how bad it is at the end of the period, and its clocks.</summary>
internal sealed class IncidentCounts(LedgerFigures figures) : ILedgerCounts
{
    private readonly Dictionary<string, (ClockStarted Clock, ReportEntry Entry)> _running = new(StringComparer.Ordinal);
    private ReportLine? _opened;
    private IncidentSeverity _severity;

    public void Read(ReportLine line)
    {
        switch (line.Happened)
        {
            case IncidentOpened one:
                (_opened, _severity) = (line, one.Severity);
                break;
            case EffectsFound one:
                _severity = one.Severity;
                break;
            case ClockStarted one:
                _running[one.Clock] = (one, line.Entry);
                break;
            case ClockMissed one:
                Settle(one.Clock, "missed", line);
                break;
            default:
                break;
        }
    }

    public void End()
    {
        if (_opened is not { Happened: IncidentOpened opened })
            return;
        string cause = JsonNamingPolicy.KebabCaseLower.ConvertName(opened.Cause.ToString());
        figures.Count("incidents", "opened", cause, _opened);
        if (opened.Breach)
            figures.Count("incidents", "breaches", cause, _opened);
        if (_severity == IncidentSeverity.High)
            figures.Count("incidents", "severe", cause, _opened);
        figures.Count("incidents", "open", cause, _opened.Entry);
        foreach ((ClockStarted clock, ReportEntry entry) in _running.Values)
            figures.Count("incident-clocks", figures.Period.IsAfter(clock.Due) ? "running" : "missed", clock.Rule, entry);
    }

    private void Settle(string clock, string column, ReportLine line)
    {
        if (_running.Remove(clock, out (ClockStarted Clock, ReportEntry Entry) known))
            figures.Count("incident-clocks", column, known.Clock.Rule, line);
    }
}
