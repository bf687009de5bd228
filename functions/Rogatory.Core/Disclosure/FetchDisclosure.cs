using System.Globalization;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;

namespace Rogatory.Core.Disclosure;

/// <summary>Hands a disclosure to the partner it is for: checked once more, and on record before the first key envelope is read.</summary>
public sealed class FetchDisclosure(
    CaseJournal journal, CheckTransfer check, IKeyEnvelopeStore keys, IOutbound outbound, DisclosureStatements statements, TimeProvider time)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(15);

    /// <summary>The manifest and, while it can be collected, key envelopes and links.</summary>
    /// <exception cref="RefusedException"><c>disclosure-not-found</c>, <c>transfer-not-allowed</c>, <c>partner-key-changed</c>.</exception>
    public async Task<FetchedDisclosure> RunAsync(PartnerId partner, DisclosureId disclosure, CancellationToken cancellationToken)
    {
        CaseState state = await ApproveDisclosure.FindCaseAsync(journal, disclosure, cancellationToken);
        DisclosureState found = state.Find(disclosure)!;
        if (found.Partner != partner || found.Manifest is null)
            throw ApproveDisclosure.NotFound();
        string manifest = await ReadAsync(disclosure, "manifest", cancellationToken);
        string? recall = found.Recall is { } told ? await ReadAsync(disclosure, RecallDisclosure.KindOf(told.Measure, told.Citation), cancellationToken) : null;
        DateTimeOffset now = time.GetUtcNow();
        if (!IsOpen(state, disclosure, now))
            return new FetchedDisclosure(found, manifest, [], now, recall);

        CheckedTransfer transfer = await check.RunAsync(state, found.Proposal, cancellationToken);
        if (transfer.Key is not null && transfer.KeyOf(found.Grant!) is null)
            throw new RefusedException("partner-key-changed", "The key that this disclosure was sealed to is no valid key of yours any more. Ask for it to be disclosed again.");
        found = await RecordAsync(partner, found, transfer, now, cancellationToken);

        DateTimeOffset until = now + LinkLife < found.Manifest!.ExpiresAt ? now + LinkLife : found.Manifest.ExpiresAt;
        List<FetchedItem> items = [];
        foreach (ItemReleased one in found.Released.Values.OrderBy(one => one.Item.ToString(), StringComparer.Ordinal))
        {
            var copy = new SealedPath(disclosure.Case, one.Item, one.Copy);
            byte[] envelope = await keys.ReadAsync(copy, ItemVault.FirstEnvelope, cancellationToken) ?? throw ApproveDisclosure.NotPossible();
            items.Add(new FetchedItem(one.Item, one.Size, envelope, await outbound.LinkAsync(one.Region, copy, until, cancellationToken)));
        }

        return new FetchedDisclosure(found, manifest, items, until, recall);
    }

    // A partner that asks again and again, for fresh links, is on record once an hour.
    private async Task<DisclosureState> RecordAsync(
        PartnerId partner, DisclosureState granted, CheckedTransfer transfer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DisclosureId disclosure = granted.Id;
        string hour = now.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        // The manifest that is signed names the conditions of the grant, so another one cannot be added to it.
        if (!transfer.StillPermits(granted))
        {
            CommandId refused = CommandId.Derive("refuse-fetch", disclosure.ToString(), hour);
            await journal.AppendAsync(disclosure.Case, MarkDisclosure.Actor, refused, newest =>
                IsOpen(newest!, disclosure, now) ? [transfer.ToEvent(refused, disclosure)] : [], cancellationToken);
            throw new RefusedException("transfer-not-allowed", "What was granted is no longer allowed. We look into it; ask us.");
        }

        string actor = $"partner:{partner}";
        CommandId command = CommandId.Derive("fetch", disclosure.ToString(), hour);
        Snapshot<CaseState> after = await journal.AppendAsync(disclosure.Case, actor, command, newest =>
            IsOpen(newest!, disclosure, now) ? [new DisclosureFetched { Command = command, Disclosure = disclosure }] : throw ApproveDisclosure.NotPossible(), cancellationToken);
        return IsOpen(after.State!, disclosure, now) ? after.State!.Find(disclosure)! : throw ApproveDisclosure.NotPossible();
    }

    // What is erased here goes from the partner's reach in that moment, not when its copies are destroyed.
    private static bool IsOpen(CaseState state, DisclosureId disclosure, DateTimeOffset now) =>
        state.Find(disclosure) is { } found && found.IsOpenAt(now) && !found.Proposal.Items.Any(state.Retention.IsGone);

    private async Task<string> ReadAsync(DisclosureId disclosure, string kind, CancellationToken cancellationToken) =>
        await statements.FindAsync(disclosure, kind, cancellationToken) ?? throw new StorageUnavailableException("statements");
}
