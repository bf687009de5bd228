using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Incidents;

/// <summary>A notice as one HTML file without scripts or anything from elsewhere, which prints on A4 and reads at the width of a telephone.</summary>
public static class NoticeHtml
{
    private const string Style =
        "body{font:11pt/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}"
        + "h1{font-size:1.4rem}h2{font-size:1.1rem;margin:1.5rem 0 .3rem}dl{margin:0}dt{font-weight:600;margin-top:.5rem}dd{margin:0}"
        + "p{white-space:pre-wrap;margin:.3rem 0}.more{border-left:.3rem solid #111;padding-left:.8rem}footer{margin-top:2rem;border-top:1px solid #111;font-size:.85rem}"
        + "@page{size:A4;margin:20mm}@media print{body{margin:0;max-width:none;padding:0}h2{break-after:avoid}}";

    private static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["supervisory-authority"] = "Notification of a personal data breach to the supervisory authority",
        ["partner-controller"] = "Information on a personal data breach to the controller of another Member State",
        ["transferring-party"] = "Notification of a security incident to the transferring authority",
        ["persons-concerned"] = "Communication of a personal data breach to the persons concerned",
    };

    /// <summary>Renders a document as <see cref="NoticeDocument"/> makes it; what it lacks is left out.</summary>
    /// <param name="document">The document.</param>
    /// <param name="digest">The SHA-256 of its canonical JSON, which the page names.</param>
    /// <exception cref="FormatException">It is no such document.</exception>
    public static string Render(JsonObject document, string digest)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (Text(document, "notice") is not { } kind || !Titles.TryGetValue(kind, out string? title) || document["nature"] is not JsonObject nature)
            throw new FormatException("This is no notice of an incident.");
        bool isPersonal = kind == "persons-concerned";
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{Html(title)}</title><style>{Style}</style></head><body>\n<main>\n<h1>{Html(title)}</h1>\n");
        List(page, "The notice",
            ("Incident", Text(document, "incident")), ("Under", Join(document, "articles")), ("Phase", Text(document, "phase")), ("To", Text(document, "partner")),
            ("Controller", Text(document, "controller")), ("Contact point", Text(document, "contactPoint")),
            ("Aware since", Text(document, "awareAt")), ("Due", isPersonal ? null : Text(document, "due")));
        Section(page, "What happened", Text(document, "plainWords"));
        List(page, isPersonal ? "Your data" : "Nature of the breach",
            ("Description", isPersonal ? null : Text(nature, "description")), ("In doubt", Join(nature, "affects")),
            ("Persons, about", Text(nature, "personsAbout")), ("Categories of persons", Join(nature, "personCategories")),
            ("Records, about", Text(nature, "recordsAbout")), ("Categories of data", Join(nature, "recordCategories")),
            ("Cases that could not be read", NotZero(nature, "notKnown")), ("Disclosures by which keys have left us", isPersonal ? null : Text(nature, "keysLeft")),
            ("Cases", Join(document, "cases")));
        Section(page, "Likely consequences", Text(document, "consequences"));
        List(page, "Measures", ("Taken", Join(document["measures"] as JsonObject ?? [], "onRecord")));
        Section(page, "Measures taken or proposed", Text(document["measures"] as JsonObject ?? [], "statement"));
        Section(page, "Conditions on passing this on", Text(document, "restrictions"));
        Section(page, "Reasons for the delay", Text(document, "delayReasons"));
        if (Join(document, "toFollow") is { } more)
            page.Append(CultureInfo.InvariantCulture, $"<h2>To follow</h2>\n<p class=\"more\">What is not known yet is given in a later phase: {Html(more)}.</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"</main>\n<footer><p>SHA-256 of the canonical JSON of this notice: {Html(digest)}</p></footer>\n</body></html>\n");
        return page.ToString();
    }

    private static void List(StringBuilder page, string heading, params ReadOnlySpan<(string Name, string? Value)> entries)
    {
        var rows = new StringBuilder();
        foreach ((string name, string? value) in entries)
        {
            if (value is not null)
                rows.Append(CultureInfo.InvariantCulture, $"<dt>{Html(name)}</dt><dd>{Html(value)}</dd>\n");
        }

        if (rows.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Html(heading)}</h2>\n<dl>\n{rows}</dl>\n");
    }

    private static void Section(StringBuilder page, string heading, string? text)
    {
        if (text is not null)
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Html(heading)}</h2>\n<p>{Html(text)}</p>\n");
    }

    private static string? Text(JsonObject of, string member) => of[member] is JsonValue value ? value.ToString() : null;

    private static string? NotZero(JsonObject of, string member) => Text(of, member) is { } text && text != "0" ? text : null;

    private static string? Join(JsonObject of, string member) => of[member] is JsonArray { Count: > 0 } list ? string.Join(", ", list.Select(one => one?.ToString())) : null;

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
