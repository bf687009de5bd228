using System.Text.Json.Serialization;

namespace Rogatory.Core.Disclosure;

/// <summary>The partner was handed the key envelopes and the links, at the latest once an hour on record: from here on they have left us.</summary>
public sealed record DisclosureFetched : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.disclosure-fetched";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
