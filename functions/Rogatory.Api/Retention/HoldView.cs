using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <param name="Hold">Its number in the case.</param>
/// <param name="Items">What it covers; none for the whole case.</param>
/// <param name="Ground">Why it stands.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="PlacedBy">Who placed it.</param>
/// <param name="LiftedBy">Who lifted it; null while it stands.</param>
public sealed record HoldView(int Hold, IReadOnlyList<string> Items, HoldGround Ground, string Citation, string PlacedBy, string? LiftedBy)
{
    public static HoldView Of(HoldState one) => new(
        one.Placed.Hold, [.. one.Placed.Items.Select(item => item.ToString())], one.Placed.Ground, one.Placed.Citation, one.PlacedBy, one.LiftedBy);
}
