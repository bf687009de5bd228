using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;

namespace Rogatory.Core.Reports;

/// <summary>How many officers' courses and undertakings count at the end of the period. Who they are is in no report.</summary>
internal sealed class TrainingCounts(LedgerFigures figures) : ILedgerCounts
{
    private readonly Dictionary<(OfficerId Officer, string Course), (DateTimeOffset Until, ReportEntry Entry)> _courses = [];
    private readonly Dictionary<OfficerId, (DateTimeOffset Until, ReportEntry Entry)> _undertakings = [];

    public void Read(ReportLine line)
    {
        if (line.Happened is TrainingRecorded passed)
            _courses[(passed.Officer, passed.Course)] = (passed.ValidUntil, line.Entry);
        else if (line.Happened is UndertakingSigned signed)
            _undertakings[signed.Officer] = (signed.ValidUntil, line.Entry);
    }

    public void End()
    {
        var end = new DateTimeOffset(figures.Period.To, new TimeOnly(23, 59, 59, 999), TimeSpan.Zero);
        foreach ((DateTimeOffset until, ReportEntry entry) in _courses.Values)
            figures.Count("training", end < until ? "valid" : "lapsed", "training", entry);
        foreach ((DateTimeOffset until, ReportEntry entry) in _undertakings.Values)
            figures.Count("training", end < until ? "valid" : "lapsed", "undertaking", entry);
    }
}
