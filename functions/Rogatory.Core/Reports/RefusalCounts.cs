using Rogatory.Core.Access;

namespace Rogatory.Core.Reports;

/// <summary>Calls that were refused at the gate, by the rule that was not met: an hour of one caller each, however often it called in it.</summary>
internal sealed class RefusalCounts(LedgerFigures figures) : ILedgerCounts
{
    public void Read(ReportLine line)
    {
        if (line.Happened is CallRefused { AtLeast: 1 } refused)
            figures.Count("refusals-calls", line.Actor.StartsWith("partner:", StringComparison.Ordinal) ? "partner" : "officer", refused.Rule, line);
    }

    public void End()
    {
    }
}
