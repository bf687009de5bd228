using Rogatory.Core.Reports;

namespace Rogatory.Cli.Reports;

/// <summary>The first line of a page: whether what follows can be relied on, by a mark, a word and a sentence.</summary>
internal static class Verdict
{
    public static void Write(HtmlText page, VerdictState state, string sentence)
    {
        page.Open("p", ("class", state == VerdictState.Broken ? "verdict broken" : "verdict"), ("id", "verdict"));
        page.Drawing($"<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\" fill=\"none\" stroke=\"#14213d\" stroke-width=\"2.4\"><circle cx=\"12\" cy=\"12\" r=\"10.4\"/>");
        switch (state)
        {
            case VerdictState.Holds:
                page.Drawing($"<path d=\"M7 12.5l3.4 3.4L17 8.6\"/>");
                break;
            case VerdictState.Broken:
                page.Drawing($"<path d=\"M8 8l8 8M16 8l-8 8\"/>");
                break;
            default:
                page.Drawing($"<path d=\"M12 6.5v7.2M12 16.2v1.9\"/>");
                break;
        }

        page.Drawing($"</svg>").Element("span", sentence).Close("p");
    }
}
