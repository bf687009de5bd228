using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Retention;

/// <summary>Makes storage hold the bodies that holds cover, and no others.</summary>
public sealed class SettleHolds(CaseJournal journal, IBodyHolds holds, OpenIncident incidents)
{
    /// <summary>Whether storage, as far as the ledger says, does not hold just what it should.</summary>
    public static bool IsDue(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Unheld(state).Any() || Unneeded(state).Any();
    }

    /// <summary>Safe to run twice, and to take up after a crash anywhere: what is done stands in the ledger only after it is.</summary>
    public async Task RunAsync(CaseId @case, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(@case, cancellationToken);
        List<ItemId> held = [];
        List<ItemId> missing = [];
        foreach (ItemSealed one in Unheld(state))
        {
            bool isHeld = await holds.HoldAsync(new SealedPath(@case, one.Item, one.Attempt), one.Version, cancellationToken);
            (isHeld ? held : missing).Add(one.Item);
            if (!isHeld)
                await incidents.RunAsync(IncidentCause.ProtectionMissing, @case, one.Item, cancellationToken);
        }

        List<ItemId> released = [];
        foreach (ItemSealed one in Unneeded(state))
        {
            await holds.ReleaseAsync(new SealedPath(@case, one.Item, one.Attempt), one.Version, cancellationToken);
            released.Add(one.Item);
        }

        CommandId command = CommandId.Derive("settle-holds", @case.ToString(), AttemptId.New().ToString());
        await journal.AppendAsync(@case, MarkRetention.Actor, command, newest =>
        [
            .. held.Count + missing.Count > 0 ? [new BodiesHeld { Command = command, Items = held, Missing = missing }] : Array.Empty<LedgerEvent>(),
            .. released.Count > 0 ? [new BodiesReleased { Command = command, Items = released }] : Array.Empty<LedgerEvent>(),
        ], cancellationToken);
    }

    private static IEnumerable<ItemSealed> Unheld(CaseState state) => state.Retention.Holds.Exists(one => one.Stands)
        ? InOrder(state).Where(one => state.Retention.IsHeld(one.Item) && !state.Retention.HeldBodies.Contains(one.Item.ToString()))
        : [];

    private static IEnumerable<ItemSealed> Unneeded(CaseState state) => state.Retention.HeldBodies.IsEmpty
        ? []
        : InOrder(state).Where(one => state.Retention.HeldBodies.Contains(one.Item.ToString()) && !state.Retention.IsHeld(one.Item));

    private static IEnumerable<ItemSealed> InOrder(CaseState state) => state.Sealed.Values.OrderBy(one => one.Item.ToString(), StringComparer.Ordinal);
}
