using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Retention;

/// <summary>Carries out an approved erasure: ends what discloses the items, then has their key envelopes destroyed.</summary>
public sealed class EraseItems(CaseJournal journal, IEnvelopeEraser eraser)
{
    /// <summary>
    /// From this line on nobody reads the items, and no hold can save them. In the same append every disclosure ends that has one of them
    /// and was not handed out. Does nothing while a hold or a restriction stands.
    /// </summary>
    public Task BeginAsync(CaseId @case, int erasure, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("begin-erasure", @case.ToString(), $"{erasure}");
        return journal.AppendAsync(@case, MarkRetention.Actor, command, state =>
        {
            if (state!.Retention.FindErasure(erasure) is not { Step: ErasureStep.Approved } found)
                return [];
            IReadOnlyList<ItemId> items = ErasureCheck.ItemsOf(state, found);
            var begun = new ErasureBegun { Command = command, Erasure = erasure, Items = items };
            return items.Any(item => ErasureCheck.IsKept(state, item)) || state.Retention.Apply(begun, MarkRetention.Actor) is null ? [] : [begun, .. Ended(state, items, command)];
        }, cancellationToken);
    }

    /// <summary>Destroys one key envelope of an item whose erasure has begun, by what the ledger says at this moment.</summary>
    public async Task DestroyAsync(SealedPath path, int rotation, CancellationToken cancellationToken)
    {
        RetentionState retention = (await journal.GetAsync(path.Case, cancellationToken)).Retention;
        if (retention.IsGone(path.Item) && !retention.IsHeld(path.Item))
            await eraser.DestroyAsync(path, rotation, cancellationToken);
    }

    private static IEnumerable<LedgerEvent> Ended(CaseState state, IReadOnlyList<ItemId> items, CommandId command) =>
        from disclosure in state.Disclosures
        where disclosure.Proposal.Items.Any(items.Contains)
        let ended = new DisclosureEnded { Command = command, Disclosure = disclosure.Id, Cause = DisclosureEnd.Erased }
        where disclosure.Apply(ended, MarkRetention.Actor) is not null
        select ended;
}
