using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Cli.Case;
using Rogatory.Cli.Http;
using Rogatory.Core.Retention;

namespace Rogatory.Cli.Retention;

internal sealed class ItemRestrict : OfficerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<string> _item = new("ITEM") { Description = "The item." };
    private readonly Option<string> _ground = new Option<string>("--ground") { Description = "Why it is restricted instead of erased.", Required = true, HelpName = "GROUND" }
        .AcceptOnlyFromAmong(Words.Of<RestrictionGround>());

    private readonly Option<string> _citation = new("--citation") { Description = "The article relied on.", Required = true, HelpName = "TEXT" };
    private readonly Option<string> _reasons = new("--reasons") { Description = "The reasons; they are sealed, and only their place is on record.", Required = true, HelpName = "TEXT" };

    public ItemRestrict()
        : base("restrict", "Restricts an item instead of erasing it: it goes to nobody, few may read it, and whoever has it is told.",
            "rogatory item restrict 7K3Q-F2M9-X4TD statement --ground accuracy-contested --citation 'LED art. 16(3)(a)' --reasons 'The holder contests one booking.'")
    {
        Add(_case);
        Add(_item);
        Add(_ground);
        Add(_citation);
        Add(_reasons);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (@case, item) = (Typed.Case(line.GetRequiredValue(_case)), Typed.Item(line.GetRequiredValue(_item)));
        var body = new JsonObject
        {
            ["ground"] = line.GetRequiredValue(_ground), ["citation"] = line.GetRequiredValue(_citation), ["reasons"] = line.GetRequiredValue(_reasons),
        };
        var view = await authority.SendJsonAsync(
            HttpMethod.Post, $"/cases/{@case}/items/{item}/restriction",
            JsonSerializer.SerializeToUtf8Bytes(body), cancellationToken);
        return new Answer(view, $"Item {item} of case {@case} is restricted: it goes to nobody, and few may read it.\n{CaseView.Describe(view)}");
    }
}
