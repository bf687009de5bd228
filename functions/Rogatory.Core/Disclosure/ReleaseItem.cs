using System.Buffers.Binary;
using System.Security.Cryptography;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure;

/// <summary>Lets one granted item go: checks again, has storage copy the sealed body, and wraps its key for the partner.</summary>
public sealed class ReleaseItem(
    CaseJournal journal, CheckTransfer check, ItemVault vault, IKeyEnvelopeStore keys, IOutbound outbound, RemoveCopies remove, OpenIncident incidents, TimeProvider time)
{
    private const int Samples = 6;
    private const int SampleBytes = 256;

    /// <summary>Safe to run twice, and to take up after a crash anywhere. What is no longer allowed stops the whole disclosure.</summary>
    public async Task RunAsync(DisclosureId disclosure, ItemId item, CancellationToken cancellationToken)
    {
        CaseState state = await journal.GetAsync(disclosure.Case, cancellationToken);
        if (state.Find(disclosure) is not { Step: DisclosureStep.Granted, IsBarred: false, Grant: { } grant } found || found.Released.ContainsKey(item.ToString()))
            return;
        CheckedTransfer transfer = await check.RunAsync(state, found.Proposal, cancellationToken);
        if (!transfer.StillPermits(found))
        {
            await StopAsync(journal, disclosure, transfer, cancellationToken);
            return;
        }

        DisclosureGrant token = DisclosureGrants.For(disclosure.Case, found.Proposal.Items, found.Partner, transfer.Decision, grant.ExpiresAt);
        ItemSealed one = state.Find(item)!;
        var copy = new SealedPath(disclosure.Case, item, grant.Items.Single(granted => granted.Item == item).Copy);
        string region = found.Proposal.Region;
        if (!await CopyAsync(token, region, copy, one, cancellationToken))
        {
            if (await IsOverAsync(disclosure, cancellationToken))
                return;
            await incidents.RunAsync(IncidentCause.CopyMismatch, disclosure.Case, item, cancellationToken);
            await EndAsync(disclosure, DisclosureEnd.CopyMismatch, cancellationToken);
            return;
        }

        if (await IsOverAsync(disclosure, cancellationToken))
            return;
        byte[] envelope = await vault.WrapForPartnerAsync(
            token, found.Partner, state, one, new PartnerKeyWrap(transfer.KeyOf(grant)!), time.GetUtcNow(), cancellationToken);
        if (!await keys.TryCreateAsync(copy, ItemVault.FirstEnvelope, envelope, cancellationToken))
            envelope = await keys.ReadAsync(copy, ItemVault.FirstEnvelope, cancellationToken) ?? throw new StorageUnavailableException("keys");
        await RecordAsync(found, one, copy.Attempt, envelope, cancellationToken);
        await IsOverAsync(disclosure, cancellationToken);
    }

    // It may have been withdrawn while storage copied, and all that was there then be destroyed already. One that is barred ends next.
    private async Task<bool> IsOverAsync(DisclosureId disclosure, CancellationToken cancellationToken)
    {
        DisclosureState found = (await journal.GetAsync(disclosure.Case, cancellationToken)).Find(disclosure)!;
        if (found.Step is not (DisclosureStep.Withdrawn or DisclosureStep.Ended))
            return found.IsBarred;
        await remove.RunAsync(disclosure, cancellationToken);
        return true;
    }

    private async Task<bool> CopyAsync(DisclosureGrant token, string region, SealedPath copy, ItemSealed one, CancellationToken cancellationToken)
    {
        try
        {
            long copied = await outbound.CopyAsync(
                token, region, copy, new SealedPath(copy.Case, one.Item, one.Attempt), one.Version, one.Size, cancellationToken);
            return copied == one.Size && await IsSameAsync(outbound.OpenSource(region, copy, one.Size), vault.OpenSealed(copy.Case, one), cancellationToken);
        }
        catch (SourceChangedException)
        {
            return false;
        }
    }

    private async Task RecordAsync(DisclosureState found, ItemSealed one, AttemptId copy, byte[] envelope, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("release-item", found.Id.ToString(), one.Item.ToString());
        var released = new ItemReleased
        {
            Command = command,
            Disclosure = found.Id,
            Item = one.Item,
            Copy = copy,
            Attempt = one.Attempt,
            Size = one.Size,
            Version = one.Version,
            Region = found.Proposal.Region,
            Envelope = Convert.ToHexStringLower(SHA256.HashData(envelope)),
        };
        await journal.AppendAsync(found.Id.Case, MarkDisclosure.Actor, command, newest =>
            newest!.Find(found.Id)!.Apply(released, MarkDisclosure.Actor) is null ? [] : [released], cancellationToken);
    }

    /// <summary>Ends a disclosure that is granted and no longer allowed.</summary>
    internal static Task StopAsync(CaseJournal journal, DisclosureId disclosure, CheckedTransfer transfer, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("stop-disclosure", disclosure.ToString());
        return journal.AppendAsync(disclosure.Case, MarkDisclosure.Actor, command, newest =>
            newest!.Find(disclosure)!.Step == DisclosureStep.Granted
                ? [transfer.ToEvent(command, disclosure), new DisclosureEnded { Command = command, Disclosure = disclosure, Cause = DisclosureEnd.Stopped }]
                : [], cancellationToken);
    }

    private Task EndAsync(DisclosureId disclosure, DisclosureEnd cause, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("end-disclosure", disclosure.ToString(), $"{cause}");
        return journal.AppendAsync(disclosure.Case, MarkDisclosure.Actor, command, newest =>
            newest!.Find(disclosure)!.Step == DisclosureStep.Granted
                ? [new DisclosureEnded { Command = command, Disclosure = disclosure, Cause = cause }]
                : [], cancellationToken);
    }

    // Storage copies block by block, so a fault shows wherever one of its blocks is looked at. It costs the same for all but the smallest
    // bodies: a patrol reads the whole copy later, and so does the recipient.
    private static async Task<bool> IsSameAsync(ISealedSource copy, ISealedSource body, CancellationToken cancellationToken)
    {
        byte[] one = new byte[Math.Min(SampleBytes, body.Length)];
        byte[] other = new byte[one.Length];
        long last = body.Length - one.Length;
        long[] somewhere = [.. Enumerable.Range(0, (int)Math.Min(Samples, last / SampleBytes)).Select(_ => RandomOffset(last))];
        foreach (long offset in (long[])[0, .. somewhere, last])
        {
            try
            {
                await body.ReadAsync(offset, one, cancellationToken);
                await copy.ReadAsync(offset, other, cancellationToken);
            }
            catch (EndOfStreamException)
            {
                return false;
            }

            if (!one.AsSpan().SequenceEqual(other))
                return false;
        }

        return true;
    }

    private static long RandomOffset(long most) =>
        (long)(BinaryPrimitives.ReadUInt64BigEndian(RandomNumberGenerator.GetBytes(sizeof(ulong))) % (ulong)(most + 1));
}
