using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Incidents;

namespace Rogatory.Cli.Incidents;

internal sealed class IncidentNoticePrint : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A notice as JSON." };
    private readonly Option<string> _out = new("--out") { Description = "Where the page goes.", Required = true, HelpName = "FILE" };

    public IncidentNoticePrint()
        : base("print", "Makes a page that prints of a notice, offline; the page names the notice's digest.", "rogatory incident notice print notice.json --out notice.html")
    {
        Add(_file);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var (path, page) = (line.GetRequiredValue(_file), line.GetRequiredValue(_out));
        var document = await Files.ReadJsonAsync(path, cancellationToken);
        var digest = NoticeFile.DigestOf(document);
        try
        {
            await Files.ReplaceAsync(page, Encoding.UTF8.GetBytes(NoticeHtml.Render(document, digest)), cancellationToken);
        }
        catch (FormatException)
        {
            throw CommandFailedException.Usage($"{path} is no notice of an incident.");
        }

        return new Answer(new JsonObject { ["file"] = page, ["digest"] = digest }, $"{page} shows the notice {digest}.");
    }
}
