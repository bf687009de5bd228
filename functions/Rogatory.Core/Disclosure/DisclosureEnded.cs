using System.Text.Json.Serialization;

namespace Rogatory.Core.Disclosure;

/// <summary>It ended without being collected.</summary>
public sealed record DisclosureEnded : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.disclosure-ended";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>Why.</summary>
    public required DisclosureEnd Cause { get; init; }
}
