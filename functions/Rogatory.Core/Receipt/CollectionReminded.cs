using System.Text.Json.Serialization;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Receipt;

/// <summary>No receipt yet: the partner is reminded.</summary>
public sealed record CollectionReminded : DisclosureEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "receipt.collection-reminded";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;
}
