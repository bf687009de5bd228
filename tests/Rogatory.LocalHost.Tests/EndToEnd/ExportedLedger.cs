using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Ledger;

namespace Rogatory.LocalHost.Tests.EndToEnd;

/// <summary>A ledger as exported, that holds.</summary>
internal sealed class ExportedLedger(LedgerReport report, byte[] exported)
{
    public LedgerReport Report => report;

    public string Text { get; } = Encoding.UTF8.GetString(exported);

    public IReadOnlyList<JsonObject> Lines =>
        [.. Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    /// <summary>The data of every line with this event.</summary>
    public IReadOnlyList<JsonObject> Of(string name) =>
        [.. Lines.Where(line => (string?)line["event"] == name).Select(line => line["data"]!.AsObject())];

    /// <summary>Each sealed item that the partner declared, once for each line that seals it.</summary>
    public IReadOnlyList<string> Sealed => [.. Of("sealing.item-sealed").Select(data => (string)data["item"]!).Where(item => item != "request" && !item.Contains('.', StringComparison.Ordinal))];

    /// <summary>The data of every reading by an officer.</summary>
    public IReadOnlyList<JsonObject> Readings =>
        [.. Lines.Where(line => (string?)line["event"] == "access.item-consulted" && ((string)line["actor"]!).StartsWith("officer:", StringComparison.Ordinal)).Select(line => line["data"]!.AsObject())];

    /// <summary>Each refusal, as <c>item reason</c>.</summary>
    public IReadOnlyList<string> Rejected => [.. Of("sealing.item-rejected").Select(data => $"{data["item"]} {data["reason"]}")];
}
