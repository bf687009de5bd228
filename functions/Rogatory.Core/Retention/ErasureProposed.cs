using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>An officer proposes to erase items of the case, or all that it holds.</summary>
public sealed record ErasureProposed : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.erasure-proposed";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The erasure's number in its case, from 1.</summary>
    public required int Erasure { get; init; }

    /// <summary>What is to be erased, each item with what is derived from it; none for all that the case holds.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }

    /// <summary>The ground's code.</summary>
    public required ErasureGround Ground { get; init; }

    /// <summary>The article relied on.</summary>
    public required string Citation { get; init; }

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }

    /// <summary>When it lapses without an approval.</summary>
    public required DateTimeOffset LapseAt { get; init; }
}
