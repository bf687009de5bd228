using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Incidents;
using Rogatory.Ledger;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentNoticeDraft : IncidentCommand
{
    private readonly Option<string> _kind = Word("--kind", "To whom it goes.", Words.Of<NoticeKind>());
    private readonly Option<string> _partner = new("--to") { Description = "The partner, for a notice to one.", HelpName = "ID" };
    private readonly Option<string> _consequences = Text("--consequences", "The likely consequences; what is left out is said to follow.");
    private readonly Option<string> _measures = Text("--measures", "The measures taken or proposed.");
    private readonly Option<string> _plain = Text("--plain-words", "For the persons concerned: what happened, in plain language.");
    private readonly Option<string> _contact = Text("--contact", "Whom to ask: the data protection officer or another contact point.");
    private readonly Option<long?> _persons = new("--persons") { Description = "About how many persons, where you know better than the ledgers.", HelpName = "N" };
    private readonly Option<string> _restrictions = Text("--restrictions", "For a transferring party: conditions on passing it on.");
    private readonly Option<string> _delay = Text("--delay-reasons", "The reasons for a delay, once the clock has run out.");
    private readonly Option<string> _out = new("--out") { Description = "Where the notice goes, as JSON.", Required = true, HelpName = "FILE" };
    private readonly Option<string> _html = new("--html") { Description = "Where a page that prints goes.", HelpName = "FILE" };

    public IncidentNoticeDraft()
        : base("draft", "Drafts a notice with the content that its article demands, filled in from the ledgers.",
            "rogatory incident notice draft INC-7K3Q-F2M9-X4TD --kind supervisory-authority --consequences 'None that are known.' --measures 'The copy was destroyed.' --out notice.json --html notice.html")
    {
        foreach (Option option in new Option[] { _kind, _partner, _consequences, _measures, _plain, _contact, _persons, _restrictions, _delay, _out, _html })
            Add(option);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = BodyOf(
            ("kind", line.GetRequiredValue(_kind)), ("partner", line.GetValue(_partner) is { } partner ? Typed.Partner(partner).ToString() : null), ("consequences", line.GetValue(_consequences)), ("measures", line.GetValue(_measures)),
            ("plainWords", line.GetValue(_plain)), ("contactPoint", line.GetValue(_contact)), ("restrictions", line.GetValue(_restrictions)), ("delayReasons", line.GetValue(_delay)));
        if (line.GetValue(_persons) is { } persons) body["persons"] = persons;
        var view = await PostAsync(authority, $"{AddressOf(line)}/notices", body, cancellationToken);
        var document = view["document"] as JsonObject ?? throw NotAsSaid();
        var digest = NoticeFile.DigestOf(document);
        if (digest != PlainText.Of(view, "digest")) throw NotAsSaid();
        await Files.ReplaceAsync(line.GetRequiredValue(_out), CanonicalJson.Serialize(document), cancellationToken);
        if (line.GetValue(_html) is { } page) await Files.ReplaceAsync(page, Encoding.UTF8.GetBytes(NoticeHtml.Render(document, digest)), cancellationToken);
        var missing = string.Join(", ", (document["toFollow"] as JsonArray ?? []).Select(one => one?.ToString()));
        return new Answer(view, string.Create(CultureInfo.InvariantCulture,
            $"Notice {view["notice"]} ({view["kind"]}, phase {view["phase"]}) is in {line.GetRequiredValue(_out)}{(missing.Length == 0 ? "" : $"; it says that more follows: {missing}")}.\n")
            + $"Once it is sent: rogatory incident notice sent {document["incident"]} {view["notice"]} --file {line.GetRequiredValue(_out)} --channel portal");
    }

    private static CommandFailedException NotAsSaid() =>
        new(ExitCode.Breaks, "notice-other", "The notice is not the one that the authority has put on record.", "Draft it again.");
}
