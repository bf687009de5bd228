using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Rogatory.Cli.Reports;

/// <summary>HTML as it is written: whatever is text or the value of an attribute is encoded, so that no ledger can bring markup.</summary>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    public HtmlText Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _html.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
                _html.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(value)).Append('"');
        }

        _html.Append('>');
        return this;
    }

    public HtmlText Close(string tag)
    {
        _html.Append("</").Append(tag).Append('>');
        if (tag is "p" or "tr" or "section" or "table" or "h2" or "h3" or "li" or "div" or "figure" or "dd" or "header" or "thead" or "tbody")
            _html.Append('\n');
        return this;
    }

    public HtmlText Text(string? text)
    {
        _html.Append(Encoder.Encode(text ?? ""));
        return this;
    }

    public HtmlText Element(string tag, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes) => Open(tag, attributes).Text(text).Close(tag);

    /// <summary>A drawing, which is made of numbers alone.</summary>
    public HtmlText Drawing(FormattableString svg)
    {
        _html.Append(svg.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>A digest in groups of eight signs, to be compared by eye; between them is nothing that would be copied.</summary>
    public HtmlText Digest(string hex)
    {
        Open("code", ("class", "hex"));
        foreach (char[] group in hex.Chunk(8))
            Element("i", new string(group));
        return Close("code");
    }

    /// <summary>A link within the page.</summary>
    public HtmlText Link(string id, string text, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Element("a", text, [("href", $"#{Uri.EscapeDataString(id)}"), .. attributes]);

    public override string ToString() => _html.ToString();

    /// <summary>The whole page, which needs nothing beside itself and runs nothing.</summary>
    public string ToPage(string title)
    {
        var page = new HtmlText();
        page._html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        page.Element("title", title)._html.Append("\n<style>\n").Append(ResourceText.Read("page.css")).Append("</style>\n</head>\n<body>\n").Append(_html).Append("</body>\n</html>\n");
        return page.ToString();
    }
}
