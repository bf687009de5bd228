using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Retention;

internal sealed class RetentionLift : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<int> _hold = new("HOLD") { Description = "The hold's number." };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    public RetentionLift()
        : base("lift", "Lifts a legal hold that another officer placed.", "rogatory retention lift 7K3Q-F2M9-X4TD 1 --reasons 'The appeal is decided.'")
    {
        Add(_case);
        Add(_hold);
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["reasons"] = line.GetRequiredValue(_reasons) };
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{Typed.Case(line.GetRequiredValue(_case))}/holds/{line.GetRequiredValue(_hold)}/lifting",
            JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, $"Hold {view["hold"]} on {RetentionView.ItemsOf(view)} is lifted.");
    }
}
