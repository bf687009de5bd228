using System.Text.Json.Serialization;
using Rogatory.Core.Case;

namespace Rogatory.Core.Access;

/// <summary>Somebody is about to read an item; written before the first byte (LED art. 25). The actor is who, the line's time is when.</summary>
public sealed record ItemConsulted : LedgerEvent
{
    /// <summary>The event's name.</summary>
    public const string EventName = "access.item-consulted";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => EventName;

    /// <summary>The item read.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The sealed item that holds the officer's justification, word for word; null where the program reads, which needs none but its own name.</summary>
    public required ItemId? Justification { get; init; }

    /// <summary>Whether the item was restricted, and so read by an approver or the data protection officer.</summary>
    public bool Restricted { get; init; }
}
