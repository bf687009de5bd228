namespace Rogatory.Core.Reports;

/// <summary>A table as it is set out: its rows stand always where they are listed, and are those that were counted where not.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="RowsAre">What its rows are.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">The rows that stand always, by code.</param>
/// <param name="Say">What is said of a row that is not listed; null for nothing but its code.</param>
internal sealed record TableLayout(
    string Id, string Title, string RowsAre, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<(string Code, string Title, string? Citation)> Rows,
    Func<string, (string Title, string? Citation)?>? Say = null)
{
    public ReportTable Fill(string section, FigureTally tally) => new(Id, section, Title, RowsAre, Columns,
    [
        .. Rows.Select(row => Row(row.Code, row.Title, row.Citation, tally)),
        .. tally.RowsOf(Id).Except(Rows.Select(row => row.Code), StringComparer.Ordinal).Select(code =>
            Say?.Invoke(code) is { } said ? Row(code, said.Title, said.Citation, tally) : Row(code, code, null, tally)),
    ]);

    private ReportRow Row(string code, string title, string? citation, FigureTally tally) =>
        new(code, title, citation, [.. Columns.Select(column => tally.Figure(new FigureKey(Id, column.Code, code)))]);
}
