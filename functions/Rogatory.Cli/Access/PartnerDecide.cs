using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

/// <summary>Approves or rejects what another admin proposed about a partner.</summary>
internal abstract class PartnerDecide : OfficerCommand
{
    private readonly Argument<string> _partner = new("ID") { Description = "The partner." };
    private readonly Argument<int> _number = new("NUMBER") { Description = "The proposal, as 'rogatory partner list' shows it." };
    private readonly string _decision;

    protected PartnerDecide(string decision, string description)
        : base(decision, description, $"rogatory partner {decision} fr-pnf 1")
    {
        _decision = decision;
        Add(_partner);
        Add(_number);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var partner = Typed.Partner(line.GetRequiredValue(_partner));
        // As it is before the decision: what the proposal differs from.
        var inForce = (await PartnerEntries.FindAsync(authority, partner.ToString(), cancellationToken))?["entry"];
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["decision"] = _decision });
        var view = await authority.SendJsonAsync(HttpMethod.Post, $"/partners/{partner}/proposals/{line.GetRequiredValue(_number)}/decisions", body, cancellationToken);
        return new Answer(view, $"Proposal {view["number"]} about {partner} is {view["outcome"]}:\n{PartnerProposalText.Of(view, inForce)}");
    }
}
