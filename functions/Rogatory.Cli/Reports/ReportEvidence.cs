using System.Globalization;
using Rogatory.Core.Reports;

namespace Rogatory.Cli.Reports;

/// <summary>The entries behind each figure, and how to list all of them and to read one.</summary>
internal static class ReportEvidence
{
    public static void Write(HtmlText page, Report report)
    {
        page.Element("p", $"Behind each figure that is not zero, the first {ReportFigure.MostEntries} of the entries that it counts, as the line in the ledger of the case (or other ledger) that is named. All entries of a figure, by the "
            + "figure's id, which stands last:");
        page.Element("pre", string.Create(CultureInfo.InvariantCulture, $"rogatory report --from {report.Period.From:yyyy-MM-dd} --to {report.Period.To:yyyy-MM-dd} --figure ID --out entries.jsonl"));
        page.Element("p", "To read line 12 of a case's ledger, verified as it is fetched:");
        page.Element("pre", "rogatory case ledger CASE --out ledger.jsonl\nsed -n 12p ledger.jsonl");
        foreach (ReportTable table in report.Tables.Where(one => one.Rows.Any(row => row.Figures.Any(figure => figure.Count > 0))))
        {
            page.Element("h3", table.Title).Open("ul", ("class", "evidence"));
            foreach ((ReportRow row, ReportFigure figure, ReportColumn column) in FiguresOf(table))
                Write(page, figure, $"{row.Title.TrimEnd('.')} — {Says.Part(column.Title)}");
            page.Close("ul");
        }
    }

    public static IEnumerable<(ReportRow Row, ReportFigure Figure, ReportColumn Column)> FiguresOf(ReportTable table) =>
        from row in table.Rows from one in row.Figures.Zip(table.Columns) where one.First.Count > 0 select (row, one.First, one.Second);

    private static void Write(HtmlText page, ReportFigure figure, string title)
    {
        page.Open("li", ("id", $"e-{figure.Id}")).Open("p").Element("b", $"{title}: ").Link($"f-{figure.Id}", Says.Number(figure.Count), ("aria-label", $"{Says.Number(figure.Count)}: back to the figure")).Close("p").Open("p");
        string separator = "";
        foreach (IGrouping<string, ReportEntry> ledger in figure.Entries.GroupBy(entry => entry.Ledger, StringComparer.Ordinal))
        {
            page.Text(separator).Element("code", ledger.Key).Text($" {(ledger.Count() == 1 ? "line" : "lines")} {Says.Lines(ledger.Select(entry => entry.Line))}");
            separator = "; ";
        }

        if (figure.Count > figure.Entries.Count)
            page.Text($"; and {Says.Number(figure.Count - figure.Entries.Count)} more");
        page.Text(". ").Element("code", figure.Id).Close("p").Close("li");
    }
}
