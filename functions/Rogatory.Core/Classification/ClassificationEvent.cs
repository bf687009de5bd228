using Rogatory.Core.Case;

namespace Rogatory.Core.Classification;

/// <summary>Something that the case came to know of what an item holds.</summary>
public abstract record ClassificationEvent : LedgerEvent
{
    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }
}
