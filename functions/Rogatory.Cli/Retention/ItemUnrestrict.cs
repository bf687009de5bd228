using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Case;
using Rogatory.Cli.Http;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Retention;

internal sealed class ItemUnrestrict : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<string> _item = new("ITEM") { Description = "The item." };
    private readonly Option<string?> _informed = new Option<string?>("--informed") { Description = "Who was informed before; needed where accuracy was contested.", HelpName = "WHO" }
        .AcceptOnlyFromAmong(Words.Of<InformedParty>());

    private readonly Option<string?> _informedOn = new("--informed-on") { Description = "The day on which they were informed.", HelpName = "DATE" };
    private readonly Option<string> _citation = new("--citation") { Description = "The article relied on.", Required = true, HelpName = "TEXT" };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    public ItemUnrestrict()
        : base("unrestrict", "Lifts what another officer restricted; whoever was told of the restriction is told.",
            "rogatory item unrestrict 7K3Q-F2M9-X4TD statement --informed person --informed-on 2026-11-20 --citation 'LED art. 16(3)' --reasons 'The bank confirms the booking.'")
    {
        Add(_case);
        Add(_item);
        Add(_informed);
        Add(_informedOn);
        Add(_citation);
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (@case, item) = (Typed.Case(line.GetRequiredValue(_case)), Typed.Item(line.GetRequiredValue(_item)));
        var body = new JsonObject
        {
            ["citation"] = line.GetRequiredValue(_citation), ["reasons"] = line.GetRequiredValue(_reasons),
            ["informed"] = line.GetValue(_informed), ["informedOn"] = line.GetValue(_informedOn),
        };
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{@case}/items/{item}/restriction/lifting",
            JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, $"The restriction of item {item} of case {@case} is lifted.\n{CaseView.Describe(view)}");
    }
}
