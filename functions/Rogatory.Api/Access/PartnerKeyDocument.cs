using System.Text.Json.Nodes;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>A partner's public key, and when it counts.</summary>
public sealed record PartnerKeyDocument(JsonObject Key, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil)
{
    public static PartnerKeyDocument Of(DatedKey key) => new(JsonNode.Parse(key.Key)!.AsObject(), key.ValidFrom, key.ValidUntil);
}
