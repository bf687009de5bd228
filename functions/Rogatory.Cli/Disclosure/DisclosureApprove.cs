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
        var disclosure = Typed.Disclosure(line.GetRequiredValue(_disclosure));
        var body = new JsonObject { ["decision"] = "approve", ["reasons"] = line.GetRequiredValue(_reasons) };
        try
        {
            var view = await authority.SendJsonAsync(HttpMethod.Post, $"/disclosures/{disclosure}/approvals", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
            return new Answer(view, DisclosureView.Describe(view));
        }
        catch (CommandFailedException refused) when (refused.Slug is "approved-already" or "disclosure-not-possible")
        {
            // The refusal speaks of approvals; that the disclosure went on meanwhile says the case.
            var found = PlainText.List(await CaseAsync(), "disclosures").FirstOrDefault(one => PlainText.Of(one, "disclosure") == disclosure.ToString());
            if (found is null || PlainText.Of(found, "step") == "proposed") throw;
            var cause = refused.Slug == "approved-already" ? "You have approved it, and no approval is missing." : "It no longer waits for an approval.";
            throw new CommandFailedException(refused.Code, refused.Slug, cause, DisclosureView.Describe(found), refused);
        }

        async Task<JsonObject?> CaseAsync()
        {
            try
            {
                return await authority.GetJsonAsync($"/cases/{disclosure.Case}", cancellationToken);
            }
            catch (CommandFailedException)
            {
                return null;
            }
        }
    }
}
