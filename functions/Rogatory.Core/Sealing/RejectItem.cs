using Rogatory.Core.Case;

namespace Rogatory.Core.Sealing;

/// <summary>Records that what was sent for an item was not what it should be.</summary>
public sealed class RejectItem(CaseJournal journal, TimeProvider time)
{
    /// <summary>Records it, at most once an hour for each item and reason, so that nobody fills a ledger.</summary>
    /// <returns>The refusal to answer with.</returns>
    public async Task<RefusedException> RunAsync(
        CaseId @case, ItemId item, string actor, RefusedException refusal, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        long hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
        CommandId command = CommandId.Derive("reject", @case.ToString(), item.ToString(), refusal.Slug, $"{hour}");
        await journal.AppendAsync(@case, actor, command, state =>
            state!.Phase == CasePhase.AwaitingItems
                ? [new ItemRejected { Command = command, Item = item, Reason = refusal.Slug }]
                : [], cancellationToken);
        return refusal;
    }
}
