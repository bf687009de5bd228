using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>An officer takes it back before the partner was handed anything.</summary>
public sealed record DisclosureWithdrawn : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.disclosure-withdrawn";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }
}
