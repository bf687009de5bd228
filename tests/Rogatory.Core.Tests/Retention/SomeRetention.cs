using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Tests.Retention;

/// <summary>Any valid event of holds and erasures.</summary>
internal static class SomeRetention
{
    public static HoldPlaced Held(params ItemId[] items) => Held(1, items);

    public static HoldPlaced Held(int hold, params ItemId[] items) => new()
    {
        Command = Some.Command(),
        Hold = hold,
        Items = items,
        Ground = HoldGround.PendingProceedings,
        Citation = "LED art. 16(3)",
        Reasons = ItemId.Parse("request.hold-0123456789ab"),
    };

    public static HoldLifted Lifted() => new() { Command = Some.Command(), Hold = 1, Reasons = ItemId.Parse("request.hold-lifting-0123456789ab") };

    public static ErasureProposed Proposed(params ItemId[] items) => new()
    {
        Command = Some.Command(),
        Erasure = 1,
        Items = items,
        Ground = ErasureGround.NoLongerNeeded,
        Citation = "LED art. 5",
        Reasons = ItemId.Parse("request.erasure-0123456789ab"),
        LapseAt = Some.Time.AddDays(30),
    };

    public static ErasureApproved Approved(params ItemId[] items) => new() { Command = Some.Command(), Erasure = 1, Items = items, Reasons = ItemId.Parse("request.erasure-approval-0123456789ab") };

    public static ErasureBegun Begun(params ItemId[] items) => new() { Command = Some.Command(), Erasure = 1, Items = items };

    public static ItemErased Erased(ItemId item) => new() { Command = Some.Command(), Erasure = 1, Item = item, Statement = new string('4', 64) };
}
