using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Disclosure;

internal sealed class DisclosureList : PartnerCommand
{
    public DisclosureList()
        : base("list", "Lists what was disclosed to you, where each stands, and what to do next.", "rogatory disclosure list")
    {
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var list = await authority.GetJsonAsync("/disclosures", cancellationToken);
        var offers = PlainText.List(list, "disclosures").ToList();
        if (offers.Count == 0) return new Answer(list, "There is nothing for you.");
        string[] head = ["DISCLOSURE", "STATE", "ITEMS", "RECEIPT DUE", "COLLECT UNTIL", "NEXT"];
        return new Answer(list, PlainText.Table(offers.Select(Row).Prepend(head)));
    }

    private static string?[] Row(JsonObject offer) =>
    [
        PlainText.Of(offer, "disclosure"), PlainText.Of(offer, "state"), PlainText.Of(offer, "items"),
        PlainText.Of(offer, "receiptDue") + (PlainText.Of(offer, "receiptOverdue") == "true" ? " (overdue)" : ""),
        PlainText.Of(offer, "expiresAt"), Next(offer),
    ];

    private static string Next(JsonObject offer) => PlainText.Of(offer, "state") switch
    {
        "ready" => $"rogatory collect {PlainText.Of(offer, "disclosure")}",
        "receipt-awaited" => $"rogatory collect {PlainText.Of(offer, "disclosure")}, which sends the receipt",
        "recalled" => $"rogatory disclosure acknowledge {PlainText.Of(offer, "disclosure")}",
        _ => "-",
    };
}
