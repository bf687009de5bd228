using System.Text.Json.Serialization;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Access;

/// <summary>A partner is in the register, with these keys; an entry of the same id is replaced by it.</summary>
public sealed record PartnerRegistered : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.partner-registered";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The partner's id.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>The authority's name.</summary>
    public required string Authority { get; init; }

    /// <summary>The state it belongs to.</summary>
    public required StateCode Jurisdiction { get; init; }

    /// <summary>The public key that verifies its requests, as JSON of a JWK (EC P-256).</summary>
    public required string SigningKey { get; init; }

    /// <summary>The public key to seal to it, as JSON of a JWK (RSA).</summary>
    public required string EncryptionKey { get; init; }

    /// <summary>From when the entry is valid.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>Until when; an entry always ends, and is renewed by a person.</summary>
    public required DateTimeOffset ValidUntil { get; init; }
}
