using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Intake;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;

namespace Rogatory.Core.Reports;

/// <summary>Clocks that were kept, missed, or run on: those of requests, of our decisions, of partners' receipts and of notices.</summary>
internal sealed class DeadlineCounts(LedgerFigures figures) : ILedgerCounts
{
    /// <summary>The table.</summary>
    public const string Table = "deadlines";

    private const string Receipt = "home.collection-receipt";
    private const string Notice = "home.notice-acknowledge";

    private readonly List<RunningClock> _running = [];

    public void Read(ReportLine line)
    {
        foreach (RunningClock met in _running.Where(one => one.MetBy.Contains(line.Entry.Event) && one.About == AboutOf(line.Happened)).ToList())
            Settle(met, line, isKept: line.Entry.At <= met.Due);
        switch (line.Happened)
        {
            case RequestOpened one:
                Start(one.Deadlines, line);
                break;
            case ReviewDecision one:
                Start(one.Deadlines, line);
                break;
            case ManifestIssued one:
                _running.Add(new RunningClock(Receipt, one.ReceiptDue, [CollectionReceived.EventName], one.Disclosure.ToString(), line.Entry));
                break;
            case NoticeIssued one:
                _running.Add(new RunningClock(Notice, one.DueAt, [NoticeAcknowledged.EventName], one.Notice.ToString(), line.Entry));
                break;
            case DeadlineMissed one:
                Miss(one.Clock, null, line);
                break;
            case CollectionOverdue one:
                Miss(Receipt, one.Disclosure.ToString(), line);
                break;
            case DisclosureWithdrawn or DisclosureEnded or DisclosureRecalled:
                // Nobody is to confirm any more what was not handed out, or was called back.
                string ended = ((DisclosureEvent)line.Happened).Disclosure.ToString();
                _running.RemoveAll(one => one.Clock == Receipt && one.About == ended);
                break;
            case NoticeOverdue one:
                Miss(Notice, one.Notice.ToString(), line);
                break;
            default:
                break;
        }
    }

    public void End()
    {
        foreach (RunningClock one in _running)
        {
            // What ran out and nobody has written down yet is missed all the same.
            if (one.Due > figures.StandsAt)
                figures.Count(Table, "running", one.Clock, one.Started);
            else
                figures.CountMissed(Table, one.Clock, one.Due, one.Started);
        }
    }

    private void Start(IEnumerable<Deadline> deadlines, ReportLine line) =>
        _running.AddRange(deadlines.Select(one => new RunningClock(one.Clock, one.Due, one.MetBy, null, line.Entry)));

    private void Miss(string clock, string? about, ReportLine line)
    {
        foreach (RunningClock missed in _running.Where(one => one.Clock == clock && one.About == about).ToList())
            Settle(missed, line, isKept: false);
    }

    private void Settle(RunningClock clock, ReportLine line, bool isKept)
    {
        _running.Remove(clock);
        if (isKept)
            figures.Count(Table, "kept", clock.Clock, line);
        else
            figures.CountMissed(Table, clock.Clock, clock.Due, line.Entry);
    }

    private static string? AboutOf(LedgerEvent happened) => happened switch
    {
        CollectionReceived one => one.Disclosure.ToString(),
        NoticeAcknowledged one => one.Notice.ToString(),
        _ => null,
    };

    private sealed record RunningClock(string Clock, DateTimeOffset Due, IReadOnlyList<string> MetBy, string? About, ReportEntry Started);
}
