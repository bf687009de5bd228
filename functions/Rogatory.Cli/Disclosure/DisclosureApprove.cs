using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Disclosure;

internal sealed class DisclosureApprove : OfficerCommand
{
    private readonly Argument<string> _disclosure = new("DISCLOSURE") { Description = "The disclosure." };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    public DisclosureApprove()
        : base("approve", "Approves what another officer proposed; your training and undertaking must be on record.",
            "rogatory disclosure approve 7K3Q-F2M9-X4TD-1 --reasons 'Necessary, and no more than was asked for.'")
    {
        Add(_disclosure);
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["decision"] = "approve", ["reasons"] = line.GetRequiredValue(_reasons) };
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/disclosures/{Typed.Disclosure(line.GetRequiredValue(_disclosure))}/approvals", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, DisclosureView.Describe(view));
    }
}
