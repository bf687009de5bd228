using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

internal sealed class PartnerList() : OfficerCommand("list", "Lists the partners, and what is proposed about them.", "rogatory partner list")
{
    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var answer = await authority.GetJsonAsync("/partners", cancellationToken);
        var partners = PlainText.List(answer, "partners").ToList();
        var waiting = string.Concat(partners.Select(PartnerEntries.Waiting).OfType<string>());
        return new Answer(answer, partners.Count == 0 ? "No partner is registered." : PlainText.Table(partners.Select(Row)) + waiting);
    }

    // Of one that is only proposed, as its status says, what is proposed.
    private static string?[] Row(JsonObject partner) =>
    [
        PlainText.Of(partner, "partner"), PlainText.Of(EntryOf(partner), "jurisdiction"), PlainText.Of(partner, "status"),
        $"{PlainText.List(partner, "agreements").Count()} agreements", $"{PlainText.List(partner, "undertakings").Count()} undertakings", PlainText.Of(EntryOf(partner), "authority"),
    ];

    private static JsonNode? EntryOf(JsonObject partner) => partner["entry"] ?? partner["proposal"]?["entry"];
}
