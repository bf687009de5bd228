namespace Rogatory.Cli.Reports;

/// <summary>A row for each item, from the first day to the last: when it was sealed, read, handed over, restricted and erased. Each is a shape of its own.</summary>
internal static class TimeStrip
{
    private static readonly (string Event, string Says)[] Shapes =
    [
        ("sealing.item-sealed", "sealed"), ("access.item-consulted", "read"), ("disclosure.disclosure-fetched", "handed over"), ("retention.item-restricted", "restricted"), ("retention.item-erased", "erased"),
    ];

    public static void Write(HtmlText page, IReadOnlyList<string> items, IReadOnlyList<CustodyEntry> entries)
    {
        DateTimeOffset first = entries[0].Line.At, last = entries[^1].Line.At;
        page.Open("figure", ("class", "strip"), ("aria-hidden", "true")).Open("ul", ("class", "legend"));
        foreach ((string @event, string says) in Shapes.Where(shape => entries.Any(entry => entry.Line.Event == shape.Event)))
        {
            page.Open("li").Drawing($"<svg width=\"14\" height=\"14\"><svg x=\"7\" y=\"7\" overflow=\"visible\">");
            Shape(page, @event);
            page.Drawing($"</svg></svg>").Element("span", says).Close("li");
        }

        page.Close("ul").Open("div", ("class", "rows"));
        foreach (string item in items)
        {
            page.Open("span").Element("code", item).Close("span").Drawing($"<svg width=\"100%\" height=\"22\"><line x1=\"0\" x2=\"100%\" y1=\"11\" y2=\"11\" stroke=\"#b9bec7\"/>");
            foreach (CustodyEntry entry in entries.Where(entry => entry.Items.Contains(item) && Shapes.Any(shape => shape.Event == entry.Line.Event)))
            {
                // Half a shape of room at either end.
                double share = last == first ? 0 : (entry.Line.At - first) / (last - first);
                page.Drawing($"<svg x=\"{2 + (96 * share):0.##}%\" y=\"11\" overflow=\"visible\">");
                Shape(page, entry.Line.Event);
                page.Drawing($"</svg>");
            }

            page.Drawing($"</svg>");
        }

        page.Open("span").Close("span").Open("p", ("class", "ends")).Element("span", Says.Day(DateOnly.FromDateTime(first.UtcDateTime))).Element("span", Says.Day(DateOnly.FromDateTime(last.UtcDateTime))).Close("p");
        page.Close("div").Close("figure");
    }

    private static void Shape(HtmlText page, string @event)
    {
        switch (@event)
        {
            case "sealing.item-sealed":
                page.Drawing($"<rect x=\"-5\" y=\"-5\" width=\"10\" height=\"10\" fill=\"#14213d\"/>");
                break;
            case "access.item-consulted":
                page.Drawing($"<path d=\"M0 -8V8\" stroke=\"#14213d\" stroke-width=\"1.6\"/>");
                break;
            case "disclosure.disclosure-fetched":
                page.Drawing($"<path d=\"M-5 -6L7 0L-5 6Z\" fill=\"#fff\" stroke=\"#14213d\" stroke-width=\"1.6\"/>");
                break;
            case "retention.item-restricted":
                page.Drawing($"<circle r=\"5\" fill=\"#fff\" stroke=\"#14213d\" stroke-width=\"1.6\"/>");
                break;
            default:
                page.Drawing($"<path d=\"M-5 -5L5 5M5 -5L-5 5\" stroke=\"#14213d\" stroke-width=\"2.4\"/>");
                break;
        }
    }
}
