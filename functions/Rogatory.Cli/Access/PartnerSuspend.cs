using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class PartnerSuspend : OfficerCommand
{
    private readonly Argument<string> _partner = new("ID") { Description = "The partner." };

    public PartnerSuspend()
        : base("suspend", "Accepts nothing more from a partner, and sends it nothing, until two admins reinstate it.", "rogatory partner suspend fr-pnf") => Add(_partner);

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var partner = Typed.Partner(line.GetRequiredValue(_partner));
        await authority.SendJsonAsync(HttpMethod.Post, $"/partners/{partner}/suspension", null, cancellationToken);
        return new Answer(new System.Text.Json.Nodes.JsonObject { ["partner"] = partner.ToString(), ["suspended"] = true }, $"{partner} is suspended.");
    }
}
