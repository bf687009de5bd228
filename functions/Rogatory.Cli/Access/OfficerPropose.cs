using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Retention;
using Rogatory.Core.Access;

namespace Rogatory.Cli.Access;

internal sealed class OfficerPropose : OfficerCommand
{
    private readonly Argument<string> _officer = new("ID") { Description = "The officer, as the token's subject names them." };
    private readonly Option<string[]> _roles = new("--role") { Description = "A role. All that the officer is to have; may be repeated.", Required = true };
    private readonly Option<string> _unit = new("--unit") { Description = "The officer's unit, as a code.", Required = true, HelpName = "CODE" };
    private readonly Option<string> _clearance = new("--clearance") { Description = "The highest handling code that the officer may see.", Required = true };

    public OfficerPropose()
        : base("propose", "Proposes what an officer is to be authorized to; another admin approves.",
            "rogatory officer propose o-jansen --role reviewer --role intake --unit mla-desk --clearance H2")
    {
        Add(_officer);
        Add(_roles.AcceptOnlyFromAmong(Words.Of<OfficerRole>()));
        Add(_unit);
        Add(_clearance.AcceptOnlyFromAmong("H0", "H1", "H2", "H3"));
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var officer = Typed.Officer(line.GetRequiredValue(_officer));
        var body = new JsonObject
        {
            ["roles"] = new JsonArray([.. line.GetRequiredValue(_roles).Select(role => JsonValue.Create(role))]),
            ["unit"] = line.GetRequiredValue(_unit),
            ["clearance"] = line.GetRequiredValue(_clearance),
        };
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/officers/{officer}/proposals", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        var proposal = view["proposal"]!;
        return new Answer(view, $"Proposed for {officer}, as number {OfficerText.ProposalOf(proposal)}.\nAnother admin approves it: rogatory officer approve {officer} {proposal["proposal"]}");
    }
}
