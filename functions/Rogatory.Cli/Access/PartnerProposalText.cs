using System.Text.Json.Nodes;

namespace Rogatory.Cli.Access;

/// <summary>What is proposed about a partner, whole, with what of it differs from the entry in force.</summary>
internal static class PartnerProposalText
{
    /// <param name="proposal">As <c>GET /partners</c> shows one; without an entry it is a reinstatement.</param>
    /// <param name="inForce">The partner's entry; null where it has none.</param>
    public static string Of(JsonNode proposal, JsonNode? inForce)
    {
        var proposed = proposal["entry"];
        var entry = proposed ?? inForce;
        List<string?[]> rows =
        [
            ["proposal", $"{proposal["number"]}, by {PlainText.Of(proposal, "proposedBy")} at {PlainText.Of(proposal, "proposedAt")}"],
            ["is", proposed is null ? "a reinstatement: the partner is no longer suspended, and its entry stays as it is" : inForce is null ? "a first registration" : "a change of the entry in force"],
            ["name", $"{PlainText.Of(entry, "authority")}{Was("authority")}"],
            ["state", $"{PlainText.Of(entry, "jurisdiction")}{Was("jurisdiction")}"],
        ];
        return PlainText.Table(rows) + PlainText.Table(PartnerEntries.Kinds.SelectMany(kind => Keys(kind, entry, inForce)));

        string Was(string member) =>
            inForce is not null && PlainText.Of(inForce, member) is var now && now != PlainText.Of(entry, member) ? $"  (differs: in force is {now})" : "";
    }

    private static IEnumerable<string?[]> Keys((string Member, string Use) kind, JsonNode? entry, JsonNode? inForce)
    {
        var before = PartnerEntries.Keys(inForce, kind).ToDictionary(row => row[1] ?? "", StringComparer.Ordinal);
        foreach (var row in PartnerEntries.Keys(entry, kind))
        {
            var mark = !before.Remove(row[1] ?? "", out var now) ? "new" : now.SequenceEqual(row) ? "" : $"differs: in force {now[2]} {now[3]}";
            yield return [.. row, mark];
        }
        foreach (var left in before.Values) yield return [.. left, "left out: counts no more"];
    }
}
