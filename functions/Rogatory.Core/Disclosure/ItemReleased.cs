using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>A sealed body was copied for the partner, and its key wrapped for the partner.</summary>
public sealed record ItemReleased : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.item-released";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>Names the copy in <c>outbound</c> and the partner's key envelope in <c>keys</c>.</summary>
    public required AttemptId Copy { get; init; }

    /// <summary>The attempt whose body in the vault was copied.</summary>
    public required AttemptId Attempt { get; init; }

    /// <summary>Bytes of the body, at both ends.</summary>
    public required long Size { get; init; }

    /// <summary>The storage version it was copied from; null where storage has none.</summary>
    public required string? Version { get; init; }

    /// <summary>The region the copy lies in.</summary>
    public required string Region { get; init; }

    /// <summary>Hex SHA-256 of the partner's key envelope.</summary>
    public required string Envelope { get; init; }
}
