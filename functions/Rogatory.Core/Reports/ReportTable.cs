namespace Rogatory.Core.Reports;

/// <summary>A table of figures.</summary>
/// <param name="Id">Its id, a part of the ids of its figures.</param>
/// <param name="Section">The section that it is of.</param>
/// <param name="Title">Its title.</param>
/// <param name="RowsAre">What its rows are, such as <c>Partner</c>.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows; none where nothing was counted and no row stands always.</param>
public sealed record ReportTable(
    string Id, string Section, string Title, string RowsAre, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows);
