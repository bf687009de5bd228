using System.Text.Json.Nodes;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>A partner as the register holds it.</summary>
public sealed record PartnerDocument(
    string Authority, string Jurisdiction, JsonObject SigningKey, JsonObject EncryptionKey, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil)
{
    /// <summary>The partner's id; whoever registers it says it in the address instead.</summary>
    public string? Partner { get; init; }

    public static PartnerDocument Of(PartnerRegistered entry) => new(
        entry.Authority,
        entry.Jurisdiction.ToString(),
        JsonNode.Parse(entry.SigningKey)!.AsObject(),
        JsonNode.Parse(entry.EncryptionKey)!.AsObject(),
        entry.ValidFrom,
        entry.ValidUntil)
    {
        Partner = entry.Partner.ToString(),
    };
}
