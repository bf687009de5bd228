using System.Text.Json.Nodes;

namespace Rogatory.Cli.Incidents;

/// <summary>A signal in words: who, what, and against what.</summary>
internal static class SignalText
{
    private const int MostEntries = 5;

    public static string Of(JsonObject signal)
    {
        var entries = PlainText.List(signal, "entries").ToList();
        return $"{PlainText.Of(signal, "day")}  {PlainText.Of(signal, "actor")}  {PlainText.Of(signal, "message")} ({PlainText.Of(signal, "rule")}, {PlainText.Of(signal, "citation")}; {PlainText.Of(signal, "incident")})\n"
            + $"  {PlainText.Of(signal, "measure")}: {PlainText.Of(signal, "value")}{Compare(signal, "own", "own past")}{Compare(signal, "peers", "peers")}\n"
            + $"  {string.Join(", ", entries.Take(MostEntries).Select(one => $"{PlainText.Of(one, "ledger")} line {PlainText.Of(one, "seq")}"))}{(entries.Count > MostEntries ? $" and {entries.Count - MostEntries} more" : "")}\n";
    }

    private static string Compare(JsonObject signal, string with, string name) =>
        signal[with] is JsonObject one
            ? $"; {name} over {PlainText.Of(one, "days")} days: median {PlainText.Of(one, "median")}, MAD {PlainText.Of(one, "mad")}, threshold {PlainText.Of(one, "threshold")}"
            : "";
}
