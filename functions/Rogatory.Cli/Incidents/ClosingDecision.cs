using System.CommandLine;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Incidents;

/// <summary>What an officer decides on a closing that another proposed.</summary>
internal abstract class ClosingDecision : IncidentCommand
{
    private readonly Argument<int> _closing = new("CLOSING") { Description = "The closing's number, as the incident shows it." };
    private readonly Option<string> _reasons = Text("--reasons", "The reasons; they are sealed, and only their place is on record.", required: true);
    private readonly string _decision;

    protected ClosingDecision(string decision, string description)
        : base(decision, description, $"rogatory incident {decision} INC-7K3Q-F2M9-X4TD 1 --reasons 'The record was compared with what is said.'")
    {
        _decision = decision;
        Add(_closing);
        Add(_reasons);
    }

    protected sealed override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var view = await PostAsync(authority, $"{AddressOf(line)}/closings/{line.GetRequiredValue(_closing)}/approvals", BodyOf(("decision", _decision), ("reasons", line.GetRequiredValue(_reasons))), cancellationToken);
        return new Answer(view, $"{view["incident"]} is {(PlainText.Of(view, "state") == "closed" ? "closed" : "open still")}.");
    }
}
