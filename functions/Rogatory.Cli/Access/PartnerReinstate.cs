using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class PartnerReinstate : OfficerCommand
{
    private readonly Argument<string> _partner = new("ID") { Description = "The partner." };

    public PartnerReinstate()
        : base("reinstate", "Proposes that a partner be no longer suspended; it takes effect when another admin approves it.", "rogatory partner reinstate fr-pnf") => Add(_partner);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var partner = Typed.Partner(line.GetRequiredValue(_partner));
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/partners/{partner}/reinstatements", null, cancellationToken);
        return new Answer(view, $"To reinstate {partner} is proposed, as number {view["number"]}. Another admin approves it: rogatory partner approve {partner} {view["number"]}");
    }
}
