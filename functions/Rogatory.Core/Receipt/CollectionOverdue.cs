using System.Text.Json.Serialization;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Receipt;

/// <summary>No receipt by the deadline: officers see it flagged.</summary>
public sealed record CollectionOverdue : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "receipt.collection-overdue";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
