using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Disclosure;

/// <summary>What a partner is told of a disclosure that it has collected.</summary>
internal static class CollectAnswer
{
    public static Answer Of(OfferedDisclosure offered, string folder, JsonArray items, IReadOnlyList<CollectedExtract> extracts, bool isNew, bool isReceived)
    {
        var manifest = offered.Manifest;
        var said = manifest.ToJson();
        var json = new JsonObject
        {
            ["disclosure"] = manifest.Disclosure.ToString(),
            ["case"] = manifest.Disclosure.Case.ToString(),
            ["kind"] = manifest.Kind.ToString().ToLowerInvariant(),
            ["state"] = isReceived ? "received" : "collected",
            ["isNew"] = isNew,
            ["bag"] = Path.Combine(folder, "bag"),
            ["items"] = items,
            ["extracts"] = new JsonArray([.. extracts.Select(extract => extract.ToJson())]),
            ["purposes"] = said["purposes"]!.DeepClone(),
            ["conditions"] = said["conditions"]!.DeepClone(),
            ["handling"] = manifest.Handling,
            ["retainUntil"] = said["retainUntil"]?.DeepClone(),
            ["accuracy"] = said["accuracy"]?.DeepClone(),
            ["receiptDue"] = Statement.FormatTime(manifest.ReceiptDue),
            ["recall"] = offered.Recall?.ToJson(),
        };
        return new Answer(json, Text(offered, json, extracts, isNew, isReceived));
    }

    public static string Describe(RecallNotice recall) => $"{recall.ToJson()["measure"]}, {recall.Citation}";

    private static string Say(DisclosureManifest manifest) => manifest.Kind switch
    {
        ManifestKind.Request => $"This is a request to you: the item request is the letter. In a request that answers it, begin the reference with 're {manifest.Disclosure.Case}'.\n",
        ManifestKind.Spontaneous => "This is information that you did not ask for.\n",
        _ => "",
    };

    private static string Text(OfferedDisclosure offered, JsonObject json, IReadOnlyList<CollectedExtract> extracts, bool isNew, bool isReceived)
    {
        var manifest = offered.Manifest;
        var text = new StringBuilder();
        if (offered.Recall is { } recall)
            text.Append(CultureInfo.InvariantCulture, $"RECALLED: {Describe(recall)}. When that is done: rogatory disclosure acknowledge {manifest.Disclosure} --help\n");
        text.Append(isNew ? "Disclosure " : "Nothing left to do: disclosure ").Append(manifest.Disclosure).Append(" is in ").Append(json["bag"]).Append(isNew ? ":\n" : ", every file as it was collected:\n")
            .Append(PlainText.Table(PlainText.List(json, "items").Select(item => new[]
            {
                PlainText.Of(item, "item"), PlainText.Size((long)item["size"]!), PlainText.Of(item, "file"),
            })))
            .Append(Say(manifest))
            .Append("To be used for: ").AppendJoin(", ", manifest.Purposes).Append('\n');
        foreach (var extract in extracts)
            text.Append(extract.Describe()).Append('\n');
        foreach (var condition in manifest.Conditions)
            text.Append("- ").Append(condition.Text).Append(" (").Append(condition.Citation).Append(")\n");
        if (manifest.Handling is not null) text.Append("Handling: ").Append(manifest.Handling).Append('\n');
        if (manifest.RetainUntil is { } day) text.Append(CultureInfo.InvariantCulture, $"To be kept until {day:yyyy-MM-dd} at most.\n");
        text.Append(isReceived
            ? "The authority has the signed receipt, and countersigned it."
            : $"No receipt is sent; it is due by {Statement.FormatTime(manifest.ReceiptDue)}. Run this again without --no-receipt.");
        return text.ToString();
    }
}
