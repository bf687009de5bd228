using System.Text.Json.Nodes;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Access;

/// <summary>Partners as <c>GET /partners</c> lists them.</summary>
internal static class PartnerEntries
{
    /// <summary>The members of an entry that hold keys, and what those are for.</summary>
    public static readonly (string Member, string Use)[] Kinds = [("signingKeys", "signs"), ("encryptionKeys", "is sealed to")];

    public static async Task<JsonObject?> FindAsync(AuthorityClient authority, string partner, CancellationToken cancellationToken) =>
        PlainText.List(await authority.GetJsonAsync("/partners", cancellationToken), "partners").FirstOrDefault(one => PlainText.Of(one, "partner") == partner);

    /// <summary>A row a key: what for, its id, when it counts.</summary>
    public static IEnumerable<string?[]> Keys(JsonNode? entry, (string Member, string Use) kind) =>
        from key in PlainText.List(entry, kind.Member)
        select new[] { kind.Use, PlainText.Of(key["key"], "kid"), $"from {PlainText.Of(key, "validFrom")}", $"until {PlainText.Of(key, "validUntil")}" };

    /// <summary>What waits for a second admin, whole, and how to decide on it; null where nothing does.</summary>
    public static string? Waiting(JsonObject partner) =>
        partner["proposal"] is JsonObject proposal
            ? $"Proposed about {PlainText.Of(partner, "partner")}:\n{PartnerProposalText.Of(proposal, partner["entry"])}"
                + $"Another admin decides: rogatory partner approve {PlainText.Of(partner, "partner")} {PlainText.Of(proposal, "number")}\n"
            : null;
}
