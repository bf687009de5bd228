namespace Rogatory.Core.Reports;

/// <summary>A number, which is how many entries it counts.</summary>
/// <param name="Id">Names it within every report: <c>table.column.row</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Entries">The first of them, by ledger and line, at most <see cref="MostEntries"/>; all of them are listed by the figure's id.</param>
public sealed record ReportFigure(string Id, long Count, IReadOnlyList<ReportEntry> Entries)
{
    /// <summary>How many entries a figure names in a report.</summary>
    public const int MostEntries = 12;
}
