using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Retention;

/// <summary>What an approver says to an erasure that was proposed.</summary>
internal abstract class ErasureDecision : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<int> _erasure = new("ERASURE") { Description = "The erasure's number." };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    protected ErasureDecision(string name, string description, string example)
        : base(name, description, example)
    {
        Add(_case);
        Add(_erasure);
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var @case = Typed.Case(line.GetRequiredValue(_case)).ToString();
        var body = new JsonObject { ["decision"] = Name, ["reasons"] = line.GetRequiredValue(_reasons) };
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{@case}/erasures/{line.GetRequiredValue(_erasure)}/approvals", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, RetentionView.DescribeErasure(@case, view));
    }
}
