using System.Text.Json.Nodes;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>A partner as the register holds it.</summary>
public sealed record PartnerDocument(
    string? Partner, string Authority, string Jurisdiction, JsonObject SigningKey, JsonObject EncryptionKey, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil)
{
    public static PartnerDocument Of(PartnerRegistered entry) => new(
        entry.Partner.ToString(),
        entry.Authority,
        entry.Jurisdiction.ToString(),
        JsonNode.Parse(entry.SigningKey)!.AsObject(),
        JsonNode.Parse(entry.EncryptionKey)!.AsObject(),
        entry.ValidFrom,
        entry.ValidUntil);
}
