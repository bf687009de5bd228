using System.Text.Json.Serialization;

namespace Rogatory.Core.Access.Officers;

/// <summary>An officer signed the confidentiality undertaking; an earlier one is replaced by it.</summary>
public sealed record UndertakingSigned : OfficerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.undertaking-signed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The version of the text.</summary>
    public required string Version { get; init; }

    /// <summary>Lower-case hex SHA-256 of the text that was signed.</summary>
    public required string Digest { get; init; }

    /// <summary>The day of the signature.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>Up to and not at this time it binds.</summary>
    public required DateTimeOffset ValidUntil { get; init; }
}
