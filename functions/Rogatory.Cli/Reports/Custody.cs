using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;
using Rogatory.Ledger;

namespace Rogatory.Cli.Reports;

/// <summary>Reads a case's lines as the story of its items.</summary>
internal sealed class Custody
{
    private readonly Dictionary<string, IReadOnlyList<string>> _disclosures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _holds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _notices = new(StringComparer.Ordinal);

    private Custody()
    {
    }

    /// <summary>The lines that hold, each with what it says.</summary>
    public static IReadOnlyList<CustodyEntry> Read(Dossier dossier)
    {
        var custody = new Custody();
        return [.. dossier.Lines.Zip(dossier.Texts, custody.Read)];
    }

    /// <summary>Whether the item is material, and not what the program found or a person wrote about it.</summary>
    public static bool IsMaterial(string item) => ItemId.TryParse(item, out ItemId id) && (Derivation.IsContent(id) || item.EndsWith("-proof", StringComparison.Ordinal));

    private CustodyEntry Read(LedgerLine line, string text)
    {
        JsonObject data = line.Data;
        IReadOnlyList<string> items = ItemsOf(line, data);
        return new CustodyEntry(line, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), EntryWords.Say(line), ReasonOf(line, data), items);
    }

    private IReadOnlyList<string> ItemsOf(LedgerLine line, JsonObject data)
    {
        List<string> items = [.. Texts(data["items"]), .. new[] { "item", "source", "correction" }.Select(name => Text(data[name])).OfType<string>()];
        if (line.Event is "intake.request-opened" or "retention.bodies-held" or "retention.bodies-released")
            items.Clear();
        if (Text(data["disclosure"]) is { } disclosure && line.Event.Split('.')[0] is "disclosure" or "transfer" or "receipt")
            Follow(_disclosures, disclosure, items);
        if (data["hold"] is { } hold)
            Follow(_holds, hold.ToString(), items);
        if (Text(data["notice"]) is { } notice)
        {
            if (items.Count > 0)
                _notices[notice] = items[0];
            else if (_notices.TryGetValue(notice, out string? of))
                items.Add(of);
        }

        return [.. items.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What is done to a disclosure or a hold is done to the items that it was begun with.</summary>
    private static void Follow(Dictionary<string, IReadOnlyList<string>> known, string id, List<string> items)
    {
        if (known.TryGetValue(id, out IReadOnlyList<string>? begun))
        {
            if (items.Count == 0)
                items.AddRange(begun);
        }
        else
        {
            known[id] = [.. items];
        }
    }

    private static string ReasonOf(LedgerLine line, JsonObject data)
    {
        string? words = Text(data["justification"]) ?? Text(data["reasons"]) ?? (line.Event == "disclosure.disclosure-proposed" ? Text(data["statement"]) : null);
        string?[] parts = [Text(data["ground"]) is { } ground ? Says.Words(ground) : null, Text(data["citation"]), words is null ? null : $"words sealed as {words}"];
        return string.Join("; ", parts.OfType<string>());
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(one => Text(one) ?? Text((one as JsonObject)?["item"])).OfType<string>();

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
