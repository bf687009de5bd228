using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>An officer other than the one who proposed approves.</summary>
public sealed record DisclosureApproved : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.disclosure-approved";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }
}
