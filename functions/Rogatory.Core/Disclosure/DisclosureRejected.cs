using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>An approver says no; nothing goes.</summary>
public sealed record DisclosureRejected : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.disclosure-rejected";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }
}
