using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Disclosure;

namespace Rogatory.Cli.Disclosure;

internal sealed class DisclosureRecall : OfficerCommand
{
    private readonly Argument<string> _disclosure = new("DISCLOSURE") { Description = "The disclosure." };
    private readonly Option<string> _measure = new Option<string>("--measure") { Description = "What the partner must do.", Required = true }
        .AcceptOnlyFromAmong([.. Enum.GetNames<RecallMeasure>().Select(name => name.ToLowerInvariant())]);

    private readonly Option<string> _citation = new("--citation") { Description = "The article relied on.", Required = true, HelpName = "TEXT" };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    public DisclosureRecall()
        : base("recall", "Tells the partner, in a signed notice, that what it was handed was wrong or unlawful to send.",
            "rogatory disclosure recall 7K3Q-F2M9-X4TD-1 --measure erase --citation 'LED art. 7(3)' --reasons 'The account is another person’s.'")
    {
        Add(_disclosure);
        Add(_measure);
        Add(_citation);
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["measure"] = line.GetRequiredValue(_measure), ["citation"] = line.GetRequiredValue(_citation), ["reasons"] = line.GetRequiredValue(_reasons) };
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/disclosures/{Typed.Disclosure(line.GetRequiredValue(_disclosure))}/recall", JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, DisclosureView.Describe(view));
    }
}
