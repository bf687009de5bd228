using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Reports;

/// <summary>A line that a report looks at.</summary>
/// <param name="Entry">Where it stands.</param>
/// <param name="Happened">What it says.</param>
/// <param name="IsCounted">Whether it is of the period; lines before it are read for what they come to.</param>
/// <param name="Actor">Who did it, as the ledger says. No report repeats an officer's.</param>
internal sealed record ReportLine(ReportEntry Entry, LedgerEvent Happened, bool IsCounted, string Actor)
{
    public static ReportLine Of(LedgerLine line, LedgerEvent happened, ReportPeriod period) => new(
        new ReportEntry(line.Case, line.Seq + 1, line.At, line.Event), happened, period.Contains(line.At), line.Actor);
}
