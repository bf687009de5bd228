using System.Text.Json;
using Rogatory.Core.Incidents;

namespace Rogatory.Core.Reports;

/// <summary>One incident: its cause, how bad it is at the end of the period, and its clocks.</summary>
internal sealed class IncidentCounts(LedgerFigures figures) : ILedgerCounts
{
    private const string Clocks = "incident-clocks";

    private readonly Dictionary<string, (ClockStarted Clock, ReportEntry Entry)> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<int, NoticeDrafted> _drafted = [];
    private readonly Dictionary<string, DateTimeOffset> _sent = new(StringComparer.Ordinal);
    private ReportLine? _opened;
    private IncidentSeverity _severity;
    private bool _isClosed;

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
                // Known to run only after what stops it.
                if (_sent.TryGetValue(one.Clock, out DateTimeOffset sentAt))
                    Settle(one.Clock, sentAt, line);
                break;
            case ClockMissed one:
                Settle(one.Clock, null, line);
                break;
            case NoticeDrafted one:
                _drafted[one.Number] = one;
                break;
            case NoticeSent one when _drafted.TryGetValue(one.Number, out NoticeDrafted? draft):
                figures.Count("incident-notices", "sent", Word(draft.Kind), line);
                string clock = IncidentDecider.ClockOf(draft.Kind, draft.Partner);
                _sent.TryAdd(clock, one.SentAt);
                Settle(clock, one.SentAt, line);
                break;
            case NoticeWaived one:
                figures.Count("incident-notices", "waived", Word(one.Kind), line);
                Settle(IncidentDecider.ClockOf(one.Kind, one.Partner), line.Entry.At, line);
                break;
            case IncidentClosed:
                _isClosed = true;
                break;
            default:
                break;
        }
    }

    public void End()
    {
        if (_opened is not { Happened: IncidentOpened opened })
            return;
        string cause = Word(opened.Cause);
        figures.Count("incidents", "opened", cause, _opened);
        if (opened.Breach)
            figures.Count("incidents", "breaches", cause, _opened);
        if (_severity == IncidentSeverity.High)
            figures.Count("incidents", "severe", cause, _opened);
        if (!_isClosed)
            figures.Count("incidents", "open", cause, _opened.Entry);
        foreach ((ClockStarted clock, ReportEntry entry) in _running.Values)
        {
            if (clock.Due > figures.StandsAt)
                figures.Count(Clocks, "running", clock.Rule, entry);
            else
                figures.CountMissed(Clocks, clock.Rule, clock.Due, entry);
        }
    }

    /// <summary>A clock that stops: at that time, or never.</summary>
    private void Settle(string clock, DateTimeOffset? at, ReportLine line)
    {
        // One that is stopped after it ran out was missed then, whether or not anybody wrote that down.
        if (!_running.Remove(clock, out (ClockStarted Clock, ReportEntry Entry) known))
            return;
        if (at <= known.Clock.Due)
            figures.Count(Clocks, "kept", known.Clock.Rule, line);
        else
            figures.CountMissed(Clocks, known.Clock.Rule, known.Clock.Due, line.Entry);
    }

    private static string Word(Enum word) => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
