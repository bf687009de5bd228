using System.Globalization;
using System.Text;
using Rogatory.Core.Reports;

namespace Rogatory.Cli.Reports;

/// <summary>A report's figures as RFC 4180 has tables: the verdict in the first record after the header, then a record a figure.</summary>
internal static class ReportCsv
{
    public static string Write(Report report)
    {
        var csv = new StringBuilder();
        Record(csv, "section", "table", "row", "title", "citation", "column", "figure", "count", "first-entry");
        Record(csv, "verdict", "", Word(report.Verdict.State), report.Verdict.Sentence, "", "", "", "", "");
        foreach (ReportTable table in report.Tables)
        {
            foreach (ReportRow row in table.Rows)
            {
                foreach ((ReportFigure figure, ReportColumn column) in row.Figures.Zip(table.Columns))
                {
                    string first = figure.Entries is [var entry, ..] ? string.Create(CultureInfo.InvariantCulture, $"{entry.Ledger} line {entry.Line}") : "";
                    Record(csv, table.Section, table.Id, row.Code, row.Title, row.Citation ?? "", column.Code, figure.Id, figure.Count.ToString(CultureInfo.InvariantCulture), first);
                }
            }
        }

        return csv.ToString();
    }

    private static string Word(VerdictState state) => state.ToString().ToLowerInvariant();

    private static void Record(StringBuilder csv, params ReadOnlySpan<string> fields)
    {
        for (int at = 0; at < fields.Length; at++)
            csv.Append(at == 0 ? "" : ",").Append(Field(fields[at]));
        csv.Append("\r\n");
    }

    // What begins so is a formula to a spreadsheet.
    private static string Field(string text)
    {
        string plain = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;
        return plain.AsSpan().ContainsAny(",\"\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
