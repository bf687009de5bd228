using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>An officer corrected what the case holds of an item: by restricting it, lifting that, or rectifying it.</summary>
public abstract record CorrectionEvent : LedgerEvent
{
    /// <summary>The item.</summary>
    public required ItemId Item { get; init; }

    /// <summary>The article relied on.</summary>
    public required string Citation { get; init; }

    /// <summary>The sealed item with the reasons.</summary>
    public required ItemId Reasons { get; init; }
}
