namespace Rogatory.Core.Reports;

/// <summary>What one ledger adds to a report.</summary>
internal sealed class LedgerFigures(ReportPeriod period, DateTimeOffset madeAt)
{
    private readonly List<(FigureKey Key, ReportEntry Entry)> _counted = [];
    private readonly List<DocumentedTransfer> _transfers = [];

    public ReportPeriod Period => period;

    /// <summary>The instant that what stands is counted at: the end of the period, or, where that is still to come, the instant that the report is made at.</summary>
    public DateTimeOffset StandsAt { get; } = madeAt < period.End ? madeAt : period.End;

    /// <summary>The entries counted, each under its figure.</summary>
    public IReadOnlyList<(FigureKey Key, ReportEntry Entry)> Counted => _counted;

    public IReadOnlyList<DocumentedTransfer> Transfers => _transfers;

    public void Count(string table, string column, string row, ReportEntry entry) => _counted.Add((new FigureKey(table, column, row), entry));

    /// <summary>Counts a line that is of the period.</summary>
    public void Count(string table, string column, string row, ReportLine line)
    {
        if (line.IsCounted)
            Count(table, column, row, line.Entry);
    }

    /// <summary>Counts a deadline that was missed, in the period in which it ran out, whenever that was written down: in one period, and in no other.</summary>
    public void CountMissed(string table, string row, DateTimeOffset due, ReportEntry entry)
    {
        if (period.Contains(due))
            Count(table, "missed", row, entry);
    }

    public void Document(DocumentedTransfer transfer) => _transfers.Add(transfer);
}
