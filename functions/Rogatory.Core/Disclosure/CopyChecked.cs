using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Disclosure;

/// <summary>A patrol read the whole copy of an item, and it has the root that the item was sealed with.</summary>
public sealed record CopyChecked : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "disclosure.copy-checked";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }
}
