using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Transfer;

/// <summary>What follows on the last approval: the transfer is checked again and, if it is still allowed, a signed grant is issued.</summary>
public sealed class IssueGrant(CaseJournal journal, CheckTransfer check, DisclosureStatements statements, IReadOnlyList<VerificationKey> keys, PolicySet policy, TimeProvider time)
{
    /// <summary>Safe to run twice, and to take up after a crash anywhere.</summary>
    public async Task RunAsync(DisclosureId disclosure, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(disclosure.Case, cancellationToken);
        if (state.Find(disclosure) is not { Step: DisclosureStep.Approved, IsBarred: false } found)
            return;
        CommandId command = CommandId.Derive("issue-grant", disclosure.ToString());
        CheckedTransfer transfer = await check.RunAsync(state, found.Proposal, cancellationToken);
        TransferChecked decided = transfer.ToEvent(command, disclosure);
        GrantIssued? grant = transfer.Key is { } key && decided.IsAllowed && decided.Approvals <= found.ApprovedBy.Count
            ? await SignAsync(found, decided, key.KeyId, command, cancellationToken)
            : null;
        LedgerEvent next = grant ?? (LedgerEvent)new DisclosureEnded { Command = command, Disclosure = disclosure, Cause = DisclosureEnd.Stopped };
        await journal.AppendAsync(disclosure.Case, MarkDisclosure.Actor, command, newest =>
            newest!.Find(disclosure) is { Step: DisclosureStep.Approved, IsBarred: false } ? [decided, next] : [], cancellationToken);
    }

    private async Task<GrantIssued?> SignAsync(
        DisclosureState found, TransferChecked decided, string key, CommandId command, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        var wanted = new TransferGrant(
            found.Id, found.Partner, found.Proposal.Items, decided.Conditions, decided.Inputs, decided.Policy, key, now + policy.LimitOf("home.grant-expire"), now);
        string statement = await statements.SignAsync(found.Id, DisclosureStatements.KindOn("grant", decided.Inputs, key), TransferGrant.Type, () => Task.FromResult(wanted.ToJson()), cancellationToken);
        // One that is stored already, by a run that crashed, counts as long as it says what is decided at this moment.
        TransferGrant signed = TransferGrant.FromJson(Statement.Verify(statement, TransferGrant.Type, keys));
        return !signed.IsAlike(wanted) ? null : new GrantIssued
        {
            Command = command,
            Disclosure = found.Id,
            Statement = DisclosureStatements.DigestOf(statement),
            ExpiresAt = signed.ExpiresAt,
            Key = key,
            Items = [.. found.Proposal.Items.Select(item => new GrantedItem(item, AttemptId.New()))],
        };
    }
}
