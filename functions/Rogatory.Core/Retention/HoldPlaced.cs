using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>An officer forbids that items be erased, whatever dates say.</summary>
public sealed record HoldPlaced : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.hold-placed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The hold's number in its case, from 1.</summary>
    public required int Hold { get; init; }

    /// <summary>What it covers, each item with what is derived from it; none for all that the case holds and will hold.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }

    /// <summary>The ground's code.</summary>
    public required HoldGround Ground { get; init; }

    /// <summary>The article relied on.</summary>
    public required string Citation { get; init; }

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }
}
