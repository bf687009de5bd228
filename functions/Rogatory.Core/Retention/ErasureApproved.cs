using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>Another officer approves it. From then on it is due until the ledger says that it is done.</summary>
public sealed record ErasureApproved : RetentionEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "retention.erasure-approved";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The erasure's number in its case, from 1.</summary>
    public required int Erasure { get; init; }

    /// <summary>What it is for, as it stood when it was approved: each sealed item. With it goes only what is derived from these.</summary>
    public required IReadOnlyList<ItemId> Items { get; init; }

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }
}
