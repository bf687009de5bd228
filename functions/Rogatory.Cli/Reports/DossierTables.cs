namespace Rogatory.Cli.Reports;

/// <summary>The tables of a dossier. On a phone each row is a block of its own, its parts named.</summary>
internal static class DossierTables
{
    // What is not longer is kept together on one page.
    private const int RowsOnAPage = 14;

    public static void Write(HtmlText page, string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<Action<HtmlText>>> rows, string? of = null)
    {
        IReadOnlyList<IReadOnlyList<Action<HtmlText>>> all = [.. rows];
        page.Open("table", ("role", "table"), ("class", $"wide {(all.Count > RowsOnAPage ? "long" : "")} {of}")).Element("caption", caption);
        page.Open("thead", ("role", "rowgroup")).Open("tr", ("role", "row"));
        foreach (string column in columns)
            page.Element("th", column, ("scope", "col"), ("role", "columnheader"));
        page.Close("tr").Close("thead").Open("tbody", ("role", "rowgroup"));
        foreach (IReadOnlyList<Action<HtmlText>> row in all)
        {
            page.Open("tr", ("role", "row")).Open("th", ("scope", "row"), ("role", "rowheader"));
            row[0](page);
            page.Close("th");
            for (int at = 1; at < row.Count; at++)
            {
                page.Open("td", ("role", "cell"), ("data-of", columns[at])).Open("span");
                row[at](page);
                page.Close("span").Close("td");
            }

            page.Close("tr");
        }

        page.Close("tbody").Close("table");
    }

    /// <summary>Entries in order, with who, what and why.</summary>
    public static void Entries(HtmlText page, string caption, IEnumerable<CustodyEntry> entries, bool isTitled = true) => Write(
        page, caption, ["Line", "When (UTC)", "Hand", "What was done", "Why"],
        entries.Select(entry => (IReadOnlyList<Action<HtmlText>>)
            [Line(entry), When(entry.Line.At), Hand(entry.Line.Actor), Text(entry.What), Text(entry.Reason.Length > 0 ? entry.Reason : "–")]), isTitled ? "entries" : "entries untitled");

    public static Action<HtmlText> Text(string text) => page => page.Text(text);

    public static Action<HtmlText> Code(string text) => page => page.Element("code", text);

    public static Action<HtmlText> Digest(string hex) => page => page.Digest(hex);

    /// <summary>Day and time, neither of which is parted.</summary>
    public static Action<HtmlText> When(DateTimeOffset at) => page =>
    {
        string[] parts = Says.Second(at).Split(' ');
        page.Open("time", ("datetime", $"{parts[0]}T{parts[1]}Z")).Element("span", parts[0]).Text(" ").Element("span", parts[1]).Close("time");
    };

    /// <summary>Who did it, which may be parted after what kind of hand it is.</summary>
    public static Action<HtmlText> Hand(string actor) => page =>
    {
        int colon = actor.IndexOf(':', StringComparison.Ordinal) + 1;
        page.Open("code").Text(actor[..colon]).Open("wbr").Text(actor[colon..]).Close("code");
    };

    /// <summary>The line's number, which leads to its digest.</summary>
    public static Action<HtmlText> Line(CustodyEntry entry) => page => page.Link($"line-{entry.Number}", Says.Number(entry.Number), ("aria-label", $"Line {entry.Number}: to its digest"));
}
