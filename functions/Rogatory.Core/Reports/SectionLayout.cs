namespace Rogatory.Core.Reports;

/// <summary>A section as it is set out.</summary>
internal sealed record SectionLayout(string Id, string Title, string? Citation, string Text, params IReadOnlyList<TableLayout> Tables)
{
    public ReportSection Section => new(Id, Title, Citation, Text);

    public IEnumerable<ReportTable> Fill(FigureTally tally) => Tables.Select(table => table.Fill(Id, tally));
}
