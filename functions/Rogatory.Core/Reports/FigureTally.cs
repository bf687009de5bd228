namespace Rogatory.Core.Reports;

/// <summary>Adds up what the ledgers count, in the order in which they are given.</summary>
internal sealed class FigureTally
{
    private readonly Dictionary<FigureKey, Counted> _figures = [];
    private readonly List<DocumentedTransfer> _transfers = [];
    private long _transferCount;

    /// <summary>The transfers documented so far.</summary>
    public DocumentedTransfers Transfers => new(_transferCount, [.. _transfers.OrderBy(one => one.At).ThenBy(one => one.Disclosure, StringComparer.Ordinal)]);

    public void Add(LedgerFigures ledger)
    {
        foreach ((FigureKey key, ReportEntry entry) in ledger.Counted)
        {
            if (!_figures.TryGetValue(key, out Counted? counted))
                _figures[key] = counted = new Counted();
            counted.Count++;
            if (counted.First.Count < ReportFigure.MostEntries)
                counted.First.Add(entry);
        }

        _transferCount += ledger.Transfers.Count;
        _transfers.AddRange(ledger.Transfers.Take(DocumentedTransfers.MostListed - _transfers.Count));
    }

    /// <summary>The rows of a table that anything was counted in.</summary>
    public IEnumerable<string> RowsOf(string table) => _figures.Keys.Where(key => key.Table == table).Select(key => key.Row).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The figure; zero where nothing was counted.</summary>
    public ReportFigure Figure(FigureKey key) =>
        _figures.TryGetValue(key, out Counted? counted) ? new ReportFigure(key.Id, counted.Count, counted.First) : new ReportFigure(key.Id, 0, []);

    private sealed class Counted
    {
        public long Count { get; set; }

        public List<ReportEntry> First { get; } = [];
    }
}
