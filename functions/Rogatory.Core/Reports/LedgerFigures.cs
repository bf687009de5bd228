namespace Rogatory.Core.Reports;

/// <summary>What one ledger adds to a report.</summary>
internal sealed class LedgerFigures(ReportPeriod period)
{
    private readonly List<(FigureKey Key, ReportEntry Entry)> _counted = [];
    private readonly List<DocumentedTransfer> _transfers = [];

    public ReportPeriod Period => period;

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

    public void Document(DocumentedTransfer transfer) => _transfers.Add(transfer);
}
