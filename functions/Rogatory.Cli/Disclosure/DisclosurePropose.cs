using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Disclosure;

internal sealed class DisclosurePropose : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Option<string[]> _items = new("--item") { Description = "An item that is to go; can be repeated.", Required = true, HelpName = "ID" };
    private readonly Option<string> _partner = new("--to") { Description = "The partner it goes to.", Required = true, HelpName = "ID" };
    private readonly Option<string> _facts = new("--facts") { Description = "What you state about the transfer, with reasons; 'rogatory transfer facts --schema' says what can be stated.", Required = true, HelpName = "FILE" };
    private readonly Option<string> _accuracy = new("--accuracy") { Description = "What the partner is told of the quality of the data: a JSON object with basis, complete, asOf and source.", HelpName = "FILE" };
    private readonly Option<string> _setAside = new("--set-aside") { Description = "Categories of data that were found and are none: a JSON object with the reasons for each.", HelpName = "FILE" };
    private readonly Option<string> _region = new("--region") { Description = "The region to collect from; the authority's first unless given.", HelpName = "REGION" };
    private readonly Option<string> _until = new("--retain-until") { Description = "Until when the partner may keep it, such as 2028-01-31.", HelpName = "DATE" };

    public DisclosurePropose()
        : base("propose", "Proposes to disclose items to a partner. The transfer check answers at once; what it allows waits for approval.",
            "rogatory disclosure propose 7K3Q-F2M9-X4TD --item statement --to fr-pnf --facts facts.json")
    {
        Add(_case);
        Add(_items);
        Add(_partner);
        Add(_facts);
        Add(_accuracy);
        Add(_setAside);
        Add(_region);
        Add(_until);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var proposal = new JsonObject
        {
            ["items"] = new JsonArray([.. line.GetRequiredValue(_items).Select(item => JsonValue.Create(Typed.Item(item).ToString()))]),
            ["partner"] = Typed.Partner(line.GetRequiredValue(_partner)).ToString(),
            ["facts"] = await Files.ReadJsonAsync(line.GetRequiredValue(_facts), cancellationToken),
        };
        if (line.GetValue(_accuracy) is { } accuracy) proposal["accuracy"] = await Files.ReadJsonAsync(accuracy, cancellationToken);
        if (line.GetValue(_setAside) is { } setAside) proposal["setAside"] = new JsonArray([.. (await Files.ReadJsonAsync(setAside, cancellationToken)).Select(one => new JsonObject { ["category"] = one.Key, ["reasons"] = one.Value?.DeepClone() })]);
        if (line.GetValue(_region) is { } region) proposal["region"] = region;
        if (line.GetValue(_until) is { } until) proposal["retainUntil"] = until;
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{Typed.Case(line.GetRequiredValue(_case))}/disclosures", JsonSerializer.SerializeToUtf8Bytes(proposal), cancellationToken);
        return new Answer(view, DisclosureView.Describe(view));
    }
}
