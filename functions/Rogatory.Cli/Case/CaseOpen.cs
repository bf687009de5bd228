using System.CommandLine;
using Rogatory.Cli.Http;
using Rogatory.Core.Intake;

namespace Rogatory.Cli.Case;

internal sealed class CaseOpen : OfficerCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The document, of the form of a request, with an empty list of items." };
    private readonly Option<string> _kind = new Option<string>("--kind") { Description = "Information of our own accord, or a request of ours.", Required = true, HelpName = "KIND" }
        .AcceptOnlyFromAmong("spontaneous", "outgoing");

    private readonly Option<string> _partner = new("--to") { Description = "The partner it is for.", Required = true, HelpName = "ID" };

    public CaseOpen()
        : base("open", "Opens a case of ours for a partner, with a request to it or with information it did not ask for. The same document again gives the same case.",
            "rogatory case open information.json --kind spontaneous --to fr-pnf")
    {
        Add(_file);
        Add(_kind);
        Add(_partner);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var document = await Files.ReadBytesAsync(line.GetRequiredValue(_file), RequestLimits.MostBytes, cancellationToken);
        var path = $"/cases?kind={line.GetRequiredValue(_kind)}&partner={Typed.Partner(line.GetRequiredValue(_partner))}";
        var view = await Retry.RunAsync(screen, () => authority.SendJsonAsync(HttpMethod.Post, path, document, cancellationToken), cancellationToken);
        return new Answer(view, CaseView.Describe(view));
    }
}
