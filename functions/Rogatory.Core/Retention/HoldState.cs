using Rogatory.Core.Case;

namespace Rogatory.Core.Retention;

/// <summary>A legal hold.</summary>
/// <param name="Placed">As it was placed.</param>
/// <param name="PlacedBy">Who placed it.</param>
/// <param name="LiftedBy">Who lifted it; null while it stands.</param>
/// <param name="LiftedReasons">The sealed item with the reasons for that.</param>
public sealed record HoldState(HoldPlaced Placed, string PlacedBy, string? LiftedBy = null, ItemId? LiftedReasons = null)
{
    /// <summary>Whether it stands.</summary>
    public bool Stands => LiftedBy is null;

    /// <summary>Whether it covers the item: names it, or what it is derived from, or the whole case.</summary>
    public bool Covers(ItemId item) => Placed.Items.Count == 0 || Derivation.Covers(Placed.Items, item);
}
