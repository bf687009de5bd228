using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

/// <summary>Partners as <c>GET /partners</c> lists them.</summary>
internal static class PartnerEntries
{
    public static async Task<JsonObject?> FindAsync(AuthorityClient authority, string partner, CancellationToken cancellationToken) =>
        PlainText.List(await authority.GetJsonAsync("/partners", cancellationToken), "partners").FirstOrDefault(one => PlainText.Of(one, "partner") == partner);

    /// <summary>A row a key: what for, its id, when it counts.</summary>
    public static IEnumerable<string?[]> Keys(JsonNode? entry) =>
        from kind in new[] { (Member: "signingKeys", Use: "signs"), (Member: "encryptionKeys", Use: "is sealed to") }
        from key in PlainText.List(entry, kind.Member)
        select new[] { kind.Use, PlainText.Of(key["key"], "kid"), $"from {PlainText.Of(key, "validFrom")}", $"until {PlainText.Of(key, "validUntil")}" };

    /// <summary>What waits for a second admin, and how to decide on it; null where nothing does.</summary>
    public static string? Waiting(JsonObject partner) =>
        partner["proposal"] is JsonObject proposal
            ? $"{PlainText.Of(proposal, "proposedBy")} proposed {(proposal["entry"] is null ? "to reinstate it" : "this entry")}; another admin decides: rogatory partner approve {PlainText.Of(partner, "partner")} {PlainText.Of(proposal, "number")}"
            : null;
}
