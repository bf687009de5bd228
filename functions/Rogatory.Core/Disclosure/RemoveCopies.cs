using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Disclosure;

/// <summary>Ends a partner's access to a disclosure that is over: destroys its key envelopes, then the copies, then says so.</summary>
public sealed class RemoveCopies(CaseJournal journal, IEnvelopeEraser eraser, IOutbound outbound)
{
    /// <summary>Safe to run twice, and to take up after a crash anywhere.</summary>
    public async Task RunAsync(DisclosureId disclosure, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(disclosure.Case, cancellationToken);
        if (state.Find(disclosure) is not { Grant: { } grant } found)
            return;
        foreach (GrantedItem one in grant.Items)
        {
            var copy = new SealedPath(disclosure.Case, one.Item, one.Copy);
            await eraser.DestroyAsync(copy, ItemVault.FirstEnvelope, cancellationToken);
            await outbound.RemoveAsync(found.Proposal.Region, copy, cancellationToken);
        }

        CommandId command = CommandId.Derive("remove-copies", disclosure.ToString());
        var removed = new CopiesRemoved { Command = command, Disclosure = disclosure };
        await journal.AppendAsync(disclosure.Case, MarkDisclosure.Actor, command, newest =>
            newest?.Find(disclosure)?.Apply(removed, MarkDisclosure.Actor) is null ? [] : [removed], cancellationToken);
    }
}
