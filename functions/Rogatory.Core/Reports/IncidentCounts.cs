using System.Text.Json;
using Rogatory.Core.Incidents;

namespace Rogatory.Core.Reports;

/// <summary>Incidents by cause, and their clocks.</summary>
internal sealed class IncidentCounts(LedgerFigures figures) : ILedgerCounts
{
    public void Read(ReportLine line)
    {
        if (line.Happened is not IncidentOpened opened)
            return;
        string cause = JsonNamingPolicy.KebabCaseLower.ConvertName(opened.Cause.ToString());
        figures.Count("incidents", "opened", cause, line);
        if (opened.Severity == IncidentSeverity.High)
            figures.Count("incidents", "severe", cause, line);
    }

    public void End()
    {
    }
}
