using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Case;
using Rogatory.Cli.Http;
using Rogatory.Core.Review;

namespace Rogatory.Cli.Review;

internal sealed class CaseDecide : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Option<string> _decision = new Option<string>("--decision") { Description = "What is decided.", Required = true }
        .AcceptOnlyFromAmong([.. Enum.GetNames<DecisionKind>().Select(name => name.ToLowerInvariant())]);

    private readonly Option<string> _ground = new("--ground") { Description = $"The ground. To accept: {string.Join(", ", DecisionGrounds.Of(DecisionKind.Accept))}. Else: {string.Join(", ", DecisionGrounds.Of(DecisionKind.Refuse))}.", Required = true, HelpName = "CODE" };
    private readonly Option<string> _citation = new("--citation") { Description = "The article relied on, such as UNCAC art. 46(21)(b); no other words, since it is on record in plain.", Required = true, HelpName = "TEXT" };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    public CaseDecide()
        : base("decide", "Accepts, refuses or postpones a request, or asks to clarify it.",
            "rogatory case decide 7K3Q-F2M9-X4TD --decision accept --ground complete-and-lawful --citation 'UNCAC art. 46' --reasons 'Complete; no ground for refusal.'")
    {
        Add(_case);
        Add(_decision);
        Add(_ground);
        Add(_citation);
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var @case = Typed.Case(line.GetRequiredValue(_case));
        var decision = new JsonObject
        {
            ["decision"] = line.GetRequiredValue(_decision),
            ["ground"] = line.GetRequiredValue(_ground),
            ["citation"] = line.GetRequiredValue(_citation),
            ["reasons"] = line.GetRequiredValue(_reasons),
        };
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{@case}/decisions", JsonSerializer.SerializeToUtf8Bytes(decision), cancellationToken);
        var done = line.GetRequiredValue(_decision) switch
        {
            "accept" => $"The request of case {@case} is accepted.",
            "refuse" => $"The request of case {@case} is refused.",
            "postpone" => $"The execution of the request of case {@case} is postponed.",
            _ => $"The partner is asked to clarify the request of case {@case}.",
        };
        return new Answer(view, $"{done}\n{CaseView.Describe(view)}");
    }
}
