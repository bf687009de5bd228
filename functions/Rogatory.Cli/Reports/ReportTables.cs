using Rogatory.Core.Reports;

namespace Rogatory.Cli.Reports;

/// <summary>The tables of a report, with what can be seen at a glance drawn beside the numbers.</summary>
internal static class ReportTables
{
    // Rows that fit on what is left of most pages.
    private const int LongTable = 14;
    private const string Operations = "operations";
    private static readonly string[] Clocks = ["kept", "missed", "running"];

    public static void Write(HtmlText page, ReportTable table)
    {
        if (table.Rows.Count == 0)
        {
            page.Element("h3", table.Title).Element("p", "None in the period.", ("class", "note"));
            return;
        }

        if (table.Id == Operations)
        {
            OverTime(page, table);
            return;
        }

        bool isOfClocks = table.Columns.Select(column => column.Code).SequenceEqual(Clocks);
        if (isOfClocks)
            Legend(page);
        bool hasBar = isOfClocks || table.Columns.Count == 1;
        long most = table.Rows.Max(row => row.Figures[0].Count);
        Head(page, table, table.Columns.Select(column => column.Title), hasBar);
        foreach (ReportRow row in table.Rows)
        {
            page.Open("tr", ("role", "row"));
            RowHead(page, row);
            foreach ((ReportFigure figure, ReportColumn column) in row.Figures.Zip(table.Columns))
                Figure(page, figure, column.Title, $"{row.Title}, {column.Title}");
            if (hasBar)
            {
                page.Open("td", ("class", "bar"), ("role", "cell"));
                if (isOfClocks)
                    Charts.Shares(page, row.Figures[0].Count, row.Figures[1].Count, row.Figures[2].Count);
                else
                    Charts.Bar(page, row.Figures[0].Count, most);
                page.Close("td");
            }

            page.Close("tr");
        }

        page.Close("tbody").Close("table");
    }

    /// <summary>A chart for each row, and under them the numbers with the parts of the period as rows: so many columns fit on no page.</summary>
    private static void OverTime(HtmlText page, ReportTable table)
    {
        page.Element("h3", table.Title).Open("div", ("class", "multiples"));
        foreach (ReportRow row in table.Rows)
        {
            page.Open("figure").Open("figcaption").Element("span", row.Title).Element("b", Says.Number(row.Figures[0].Count)).Close("figcaption");
            Charts.Columns(page, [.. row.Figures.Skip(1).Zip(table.Columns.Skip(1)).Select(one => (one.Second.Code, one.First.Count))]);
            page.Close("figure");
        }

        page.Close("div");
        Head(page, table with { Title = "The same in numbers", RowsAre = "Period" }, table.Rows.Select(row => row.Title), hasBar: false);
        foreach ((ReportColumn column, int at) in table.Columns.Select((column, at) => (column, at)).Skip(1).Append((table.Columns[0], 0)))
        {
            string part = Says.Part(column.Title);
            page.Open("tr", ("role", "row"), ("class", at == 0 ? "sum" : null)).Element("th", part, ("scope", "row"), ("role", "rowheader"));
            foreach (ReportRow row in table.Rows)
                Figure(page, row.Figures[at], row.Title, $"{row.Title}, {part}");
            page.Close("tr");
        }

        page.Close("tbody").Close("table");
    }

    private static void Head(HtmlText page, ReportTable table, IEnumerable<string> columns, bool hasBar)
    {
        IReadOnlyList<string> titles = [.. columns];
        page.Open("table", ("role", "table"), ("id", $"t-{table.Id}"), ("class", string.Join(' ', new[] { titles.Count > 2 ? "wide" : null, table.Rows.Count > LongTable || table.Id == Operations ? "long" : null }.OfType<string>()))).Element("caption", table.Title);
        page.Open("thead", ("role", "rowgroup")).Open("tr", ("role", "row")).Element("th", table.RowsAre, ("scope", "col"), ("role", "columnheader"));
        foreach (string title in titles)
            page.Element("th", title, ("scope", "col"), ("class", "number"), ("role", "columnheader"));
        if (hasBar)
            page.Open("th", ("scope", "col"), ("role", "columnheader"), ("aria-label", "The same as a bar")).Close("th");
        page.Close("tr").Close("thead").Open("tbody", ("role", "rowgroup"));
    }

    private static void RowHead(HtmlText page, ReportRow row)
    {
        page.Open("th", ("scope", "row"), ("role", "rowheader")).Text(row.Title);
        // The codes of rules and clocks can be looked up; those of the other rows are the same in words.
        bool isLookedUp = row.Title != row.Code && row.Code.Any(letter => char.IsAsciiLetterUpper(letter) || letter == '.');
        string small = string.Join(" · ", new[] { row.Citation, isLookedUp ? row.Code : null }.OfType<string>());
        if (small.Length > 0)
            page.Element("small", small);
        page.Close("th");
    }

    private static void Figure(HtmlText page, ReportFigure figure, string column, string title)
    {
        page.Open("td", ("class", figure.Count == 0 ? "number zero" : "number"), ("role", "cell"), ("data-of", column), ("id", $"f-{figure.Id}"));
        if (figure.Count == 0)
            page.Text("0");
        else
            page.Link($"e-{figure.Id}", Says.Number(figure.Count), ("aria-label", $"{Says.Number(figure.Count)}: {title}; to the entries behind it"));
        page.Close("td");
    }

    private static void Legend(HtmlText page)
    {
        page.Open("ul", ("class", "legend"), ("aria-hidden", "true"));
        foreach ((string fill, string says) in new[] { ("#14213d", "kept"), ("url(#hatch)", "missed"), ("#fff", "running") })
        {
            page.Open("li");
            Charts.Swatch(page, fill);
            page.Element("span", says).Close("li");
        }

        page.Close("ul");
    }
}
