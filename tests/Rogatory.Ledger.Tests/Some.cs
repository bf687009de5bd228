using System.Globalization;
using System.Text.Json.Nodes;

namespace Rogatory.Ledger.Tests;

/// <summary>Any valid value, for tests to which it does not matter which.</summary>
internal static class Some
{
    public const string Case = "7K3Q-F2M9-X4TD";

    public static readonly DateTimeOffset Time = DateTimeOffset.Parse("2026-11-22T09:00:00.123Z", CultureInfo.InvariantCulture);

    public static LedgerEntry Opening(string command = "open") =>
        new("partner:fr-pnf", "intake.request-opened", new JsonObject { ["command"] = command, ["reference"] = "PNF-2026-0411" });

    public static LedgerEntry Sealing(string command = "seal") => new("partner:fr-pnf", "sealing.item-sealed", SealedItem(command));

    public static LedgerEntry Entry(string command, string @event = "review.request-accepted") =>
        new("officer:7c2f", @event, new JsonObject { ["command"] = command });

    public static JsonObject SealedItem(string command = "seal") => new()
    {
        ["command"] = command,
        ["item"] = "statement",
        ["attempt"] = new string('a', 32),
        ["size"] = 1306,
        ["version"] = null,
        ["header"] = "28" + new string('b', 78),
        ["commitment"] = new string('c', 64),
        ["sealedRoot"] = new string('d', 64),
    };

    /// <summary>A ledger of one append for each group of entries, a minute apart, and the tip after each line.</summary>
    public static (byte[] Bytes, IReadOnlyList<LedgerLine> Lines) Ledger(params LedgerEntry[][] appends)
    {
        var bytes = new MemoryStream();
        var lines = new List<LedgerLine>();
        var (tip, now) = (LedgerTip.Empty, Time);
        foreach (var entries in appends)
        {
            (var added, var written, tip) = tip.Append(Case, now, entries);
            bytes.Write(added.Span);
            lines.AddRange(written);
            now = now.AddMinutes(1);
        }
        return (bytes.ToArray(), lines);
    }
}
