using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>A notice as one HTML file without scripts or anything from elsewhere, which prints on A4 and reads at the width of a telephone.</summary>
public static class NoticeHtml
{
    private const string Style =
        "body{font:11pt/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}"
        + "h1{font-size:1.4rem;line-height:1.25}h2{font-size:1.1rem;margin:1.5rem 0 .3rem;border-bottom:1px solid #bbb}dl{margin:0}dt{font-weight:600;margin-top:.5rem}dd{margin:0}ul{margin:0;padding-left:1.2rem}"
        + "p{white-space:pre-wrap;margin:.3rem 0}.more{border-left:.3rem solid #111;padding-left:.8rem}footer{margin-top:2rem;border-top:1px solid #111;font-size:.85rem}"
        + "@media(min-width:36rem){dl{display:grid;grid-template-columns:13rem 1fr;gap:.25rem 1rem}dt{margin:0}}"
        + "@page{size:A4;margin:20mm}@media print{body{margin:0;max-width:none;padding:0}h2{break-after:avoid}}";

    private static readonly IReadOnlyDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["supervisory-authority"] = "Notification of a personal data breach to the supervisory authority",
        ["partner-controller"] = "Information on a personal data breach to the controller of another Member State",
        ["transferring-party"] = "Notification of a security incident to the transferring authority",
        ["persons-concerned"] = "Communication of a personal data breach to the persons concerned",
    };

    /// <summary>Renders a document as <see cref="NoticeDocument"/> makes it, its codes in words; what it lacks is left out.</summary>
    /// <param name="document">The document.</param>
    /// <param name="digest">The SHA-256 of its canonical JSON, which the page names.</param>
    /// <exception cref="FormatException">It is no such document.</exception>
    public static string Render(JsonObject document, string digest)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (Text(document, "notice") is not { } kind || !Titles.TryGetValue(kind, out string? title) || document["nature"] is not JsonObject nature)
            throw new FormatException("This is no notice of an incident.");
        title = Text(document, "space") == Space.Drill.Name ? $"Drill: {title}" : title;
        bool isPersonal = kind == "persons-concerned";
        JsonObject measures = document["measures"] as JsonObject ?? [];
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>{Html(title)}</title><style>{Style}</style></head><body>\n<main>\n<h1>{Html(title)}</h1>\n");
        if (Text(document, "space") == Space.Drill.Name)
            page.Append("<p class=\"more\">Drill: all of this is made up, and goes to nobody.</p>\n");
        List(page, "This notice",
            ("From (controller)", Text(document, "controller")), ("To", Text(document, "partnerName") ?? Text(document, "partner")), ("Whom to ask", Text(document, "contactPoint")),
            ("Reference", Text(document, "incident")), ("Number", Text(document, "phase") is { } phase ? phase == "1" ? "1, the first on this incident" : $"{phase}, in addition to those before" : null),
            ("Under", Texts(document, "articles") is { Length: > 0 } articles ? $"{string.Join(", ", articles)}: {NoticeWords.LawsOf(articles)}" : null),
            ("Known since", At(document, "awareAt")), ("To be sent by", isPersonal ? null : At(document, "due")));
        Section(page, "What happened", Text(document, "plainWords"));
        List(page, isPersonal ? "Your data" : "Nature of the breach",
            ("What happened", isPersonal ? null : Text(nature, "description")), ("What is in doubt", Join(nature, "affects", ". ")),
            ("Persons concerned", isPersonal ? null : NoticeWords.About(Text(nature, "personsAbout"))), ("Who they are", isPersonal ? null : Join(nature, "personCategories")),
            ("Records concerned", isPersonal ? null : NoticeWords.About(Text(nature, "recordsAbout"))), ("What they hold", Join(nature, "recordCategories")),
            ("Cases whose records could not be read", NotZero(nature, "notKnown")),
            ("Keys to the data", isPersonal ? null : KeysOf(Text(nature, "keysLeft"))), ("Cases concerned", Texts(document, "cases") is { Length: > 0 } cases ? string.Join(", ", cases) : null));
        Section(page, "Likely consequences", Text(document, "consequences"));
        Section(page, "Measures taken or proposed", Text(measures, "statement"));
        Items(page, "Measures on record", Texts(measures, "onRecord"));
        Section(page, "Conditions on passing this on", Text(document, "restrictions"));
        Section(page, "Reasons for the delay", Text(document, "delayReasons"));
        if (Join(document, "toFollow") is { } more)
            page.Append(CultureInfo.InvariantCulture, $"<h2>To follow</h2>\n<p class=\"more\">Not known yet, and given in a later notice: {Html(more)}.</p>\n");
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

    private static void Items(StringBuilder page, string heading, string[] codes)
    {
        if (codes.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Html(heading)}</h2>\n<ul>\n{string.Concat(codes.Select(code => $"<li>{Html(NoticeWords.Of(code))}</li>\n"))}</ul>\n");
    }

    private static string? KeysOf(string? disclosures) => disclosures switch
    {
        null => null,
        "0" => "None is on record as having left the controller; without one, what is sealed can't be read",
        "1" => "Handed to a partner authority, by one disclosure",
        _ => $"Handed to partner authorities, by {disclosures} disclosures",
    };

    private static string? Text(JsonObject of, string member) => of[member] is JsonValue value ? value.ToString() : null;

    private static string? At(JsonObject of, string member) => Text(of, member) is { } instant ? NoticeWords.At(instant) : null;

    private static string? NotZero(JsonObject of, string member) => Text(of, member) is { } text && text != "0" ? text : null;

    private static string[] Texts(JsonObject of, string member) => of[member] is JsonArray list ? [.. list.Select(one => one?.ToString() ?? "")] : [];

    private static string? Join(JsonObject of, string member, string between = ", ") => Texts(of, member) is { Length: > 0 } list ? string.Join(between, list.Select(NoticeWords.Of)) : null;

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
