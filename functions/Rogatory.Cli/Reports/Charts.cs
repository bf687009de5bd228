namespace Rogatory.Cli.Reports;

/// <summary>
/// Charts in one ink. Widths are shares of the place there is and nothing is scaled, so that words keep their size on any paper and screen;
/// parts differ by being full, hatched or empty, and each number stands beside its bar.
/// </summary>
internal static class Charts
{
    private const int ColumnHeight = 56;

    /// <summary>What the hatched parts refer to; once a page, before the first of them.</summary>
    public static void Hatching(HtmlText page) => page.Drawing(
        $"<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#fff\"/><rect width=\"2\" height=\"5\" fill=\"#14213d\"/></pattern></defs></svg>\n");

    /// <summary>A bar as long as its share of the longest one.</summary>
    public static void Bar(HtmlText page, long value, long most)
    {
        double width = most == 0 ? 0 : 100.0 * value / most;
        page.Drawing($"<svg class=\"bar\" width=\"100%\" height=\"12\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"{width:0.##}%\" height=\"12\" fill=\"#14213d\"/></svg>");
    }

    /// <summary>One bar of what was kept (full), missed (hatched) and runs (empty).</summary>
    public static void Shares(HtmlText page, long kept, long missed, long running)
    {
        double all = Math.Max(1, kept + missed + running);
        double first = 100 * kept / all, second = 100 * missed / all;
        page.Drawing($"<svg class=\"bar\" width=\"100%\" height=\"14\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"100%\" height=\"14\" fill=\"#fff\"/><rect width=\"{first:0.##}%\" height=\"14\" fill=\"#14213d\"/><rect x=\"{first:0.##}%\" width=\"{second:0.##}%\" height=\"14\" fill=\"url(#hatch)\"/><rect x=\"0.5\" y=\"0.5\" width=\"calc(100% - 1px)\" height=\"13\" fill=\"none\" stroke=\"#14213d\"/></svg>");
    }

    /// <summary>A sample of a part of such a bar: full, hatched or empty.</summary>
    public static void Swatch(HtmlText page, string fill) => page.Drawing(
        $"<svg width=\"22\" height=\"12\" aria-hidden=\"true\" focusable=\"false\"><rect x=\"0.5\" y=\"0.5\" width=\"21\" height=\"11\" fill=\"{fill}\" stroke=\"#14213d\"/></svg>");

    /// <summary>A column for each part of the period, its number above it and its name below.</summary>
    public static void Columns(HtmlText page, IReadOnlyList<(string Part, long Value)> columns)
    {
        long most = Math.Max(1, columns.Max(one => one.Value));
        double step = 100.0 / columns.Count;
        page.Drawing($"<svg class=\"columns\" width=\"100%\" height=\"{ColumnHeight + 32}\" aria-hidden=\"true\" focusable=\"false\"><line x1=\"0\" x2=\"100%\" y1=\"{ColumnHeight + 14.5}\" y2=\"{ColumnHeight + 14.5}\" stroke=\"#14213d\"/>");
        for (int at = 0; at < columns.Count; at++)
        {
            double height = (double)columns[at].Value * ColumnHeight / most, middle = (at + 0.5) * step, width = Math.Min(step * 0.64, 14);
            page.Drawing($"<rect x=\"{middle - (width / 2):0.##}%\" y=\"{ColumnHeight + 14 - height:0.##}\" width=\"{width:0.##}%\" height=\"{height:0.##}\" fill=\"#14213d\"/>");
            if (columns.Count <= 12)
                page.Drawing($"<text x=\"{middle:0.##}%\" y=\"{ColumnHeight + 10 - height:0.##}\">{columns[at].Value}</text>");
            if (columns.Count <= 12 || at % 3 == 0)
                page.Drawing($"<text x=\"{middle:0.##}%\" y=\"{ColumnHeight + 27}\">").Text(Says.ShortPart(columns[at].Part)).Drawing($"</text>");
        }

        page.Drawing($"</svg>");
    }
}
