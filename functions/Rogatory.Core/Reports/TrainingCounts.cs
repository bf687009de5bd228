using Rogatory.Core.Access;

namespace Rogatory.Core.Reports;

/// <summary>How many officers' training and undertakings count at the end of the period. Who they are is in no report.</summary>
internal sealed class TrainingCounts(LedgerFigures figures) : ILedgerCounts
{
    private readonly Dictionary<OfficerId, (OfficerRecorded Record, ReportEntry Entry)> _newest = [];

    public void Read(ReportLine line)
    {
        if (line.Happened is OfficerRecorded record)
            _newest[record.Officer] = (record, line.Entry);
    }

    public void End()
    {
        var end = new DateTimeOffset(figures.Period.To, new TimeOnly(23, 59, 59, 999), TimeSpan.Zero);
        foreach ((OfficerRecorded record, ReportEntry entry) in _newest.Values)
        {
            figures.Count("training", end < record.TrainedUntil ? "valid" : "lapsed", "training", entry);
            figures.Count("training", end < record.BoundUntil ? "valid" : "lapsed", "undertaking", entry);
        }
    }
}
