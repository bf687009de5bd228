using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>Seals items into the vault and opens them again: bodies, key envelopes and the order in which they come to be.</summary>
public sealed class ItemVault(IVault vault, IKeyEnvelopeStore keys, IKeyWrap keyWrap, CaseJournal journal, OpenIncident incidents)
{
    /// <summary>What an attempt begins with. Rotation makes others of a sealed item's (<see cref="CaseState.RotationOf"/>).</summary>
    internal const int FirstEnvelope = 0;

    /// <summary>
    /// Seals a source under a fresh key. Stages the body, lets <paramref name="check"/> refuse what arrived, creates the key envelope,
    /// and commits the body with its policy. Until the answer is appended to the ledger the attempt does not count.
    /// </summary>
    /// <param name="path">A fresh attempt.</param>
    /// <param name="command">The command that the event will carry.</param>
    /// <param name="source">The plaintext.</param>
    /// <param name="check">Throws to refuse; nothing of a refused body is committed, and its key never leaves memory.</param>
    /// <param name="retainUntil">Until when the body is immutable.</param>
    /// <param name="cancellationToken">Leaves nothing readable.</param>
    /// <exception cref="ProtectionMissingException">Storage does not protect what it took; an incident is open.</exception>
    public async Task<ItemSealed> SealAsync(
        SealedPath path,
        CommandId command,
        ItemSource source,
        Action<SealedContent> check,
        DateTimeOffset retainUntil,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(check);
        using var sealer = new ItemSealer(path.Case.ToString(), path.Item.ToString());
        await using VaultUpload upload = vault.BeginUpload(path, SealedBody.SealedLength(source.Size));
        SealedContent content = await sealer.SealAsync(source.Content, upload, cancellationToken);
        check(content);

        var description = new ItemDescription(source.Name, source.Type, content.PlaintextSize, content.PlaintextSha256);
        byte[] envelope = await sealer.WrapForVaultAsync(description, keyWrap, cancellationToken);
        // An attempt id is never used twice, so an envelope that is there already is this one, whose first answer was lost.
        await keys.TryCreateAsync(path, FirstEnvelope, envelope, cancellationToken);
        string? version;
        try
        {
            version = await upload.CommitAsync(retainUntil, cancellationToken);
        }
        catch (ProtectionMissingException)
        {
            await incidents.RunAsync(IncidentCause.ProtectionMissing, path.Case, path.Item, CancellationToken.None);
            throw;
        }

        return new ItemSealed
        {
            Command = command,
            Item = path.Item,
            Attempt = path.Attempt,
            Size = content.Size,
            Version = version,
            Header = Convert.ToHexStringLower(sealer.Header.Span),
            Commitment = Convert.ToHexStringLower(sealer.Commitment),
            SealedRoot = Convert.ToHexStringLower(content.SealedRoot),
        };
    }

    /// <summary>Opens an item that the ledger says is sealed, and not erased.</summary>
    /// <exception cref="OpenException">The body or its envelope is not what the ledger recorded.</exception>
    /// <exception cref="RefusedException"><c>item-erased</c>: the ledger says so, or its key envelope is gone.</exception>
    public async Task<OpenedItem> OpenAsync(ContentGrant grant, CaseState state, ItemSealed one, CancellationToken cancellationToken)
    {
        byte[] envelope = await ReadEnvelopeAsync(state, one, cancellationToken);
        ISealedSource body = OpenSealed(state.Case, one);
        return await OpenedItem.OpenAsync(grant, envelope, ReferenceOf(one), body, keyWrap, cancellationToken);
    }

    /// <summary>Opens an incident of an item that does not open as the ledger recorded it.</summary>
    /// <returns><c>item-altered</c>, to whoever wants to read it.</returns>
    public async Task<RefusedException> MeetAlteredAsync(CaseId @case, ItemId item, OpenException altered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(altered);
        await incidents.RunAsync(altered.Failure == OpenFailure.Key ? IncidentCause.EnvelopeAltered : IncidentCause.BodyAltered, @case, item, cancellationToken);
        return new RefusedException("item-altered", "What is stored of the item is not what was sealed, so it can't be opened, and a repetition does not help. An incident is open: rogatory incident list.");
    }

    /// <summary>A key envelope of a sealed item for a partner, under a grant. The body is not read.</summary>
    /// <exception cref="OpenException">The grant does not permit it, or the envelope is not what the ledger recorded.</exception>
    /// <exception cref="RefusedException"><c>item-erased</c>: the ledger says so, or its key envelope is gone.</exception>
    public async Task<byte[]> WrapForPartnerAsync(
        DisclosureGrant grant, PartnerId partner, CaseState state, ItemSealed one, IKeyWrap partnerWrap, DateTimeOffset now, CancellationToken cancellationToken)
    {
        byte[] envelope = await ReadEnvelopeAsync(state, one, cancellationToken);
        return await KeyEnvelope.WrapForPartnerAsync(
            grant, partner.ToString(), one.Item.ToString(), envelope, ReferenceOf(one), keyWrap, partnerWrap, now, cancellationToken);
    }

    /// <summary>Random access to the sealed bytes of an item in the vault.</summary>
    public ISealedSource OpenSealed(CaseId @case, ItemSealed one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return vault.OpenSource(new SealedPath(@case, one.Item, one.Attempt), one.Version, one.Size);
    }

    /// <summary>What the key envelope says of a sealed item's plaintext, without reading the body.</summary>
    /// <exception cref="RefusedException"><c>item-erased</c>: the ledger says so, or its key envelope is gone.</exception>
    public async Task<ItemDescription> DescribeAsync(ContentGrant grant, CaseState state, ItemSealed one, CancellationToken cancellationToken)
    {
        byte[] envelope = await ReadEnvelopeAsync(state, one, cancellationToken);
        return await KeyEnvelope.DescribeAsync(grant, envelope, keyWrap, cancellationToken);
    }

    private static SealedReference ReferenceOf(ItemSealed one) =>
        new(Convert.FromHexString(one.Header), Convert.FromHexString(one.Commitment), one.Size);

    // What the caller knows of the case may be older than a rotation, which destroys the envelope that counted before.
    private async Task<byte[]> ReadEnvelopeAsync(CaseState state, ItemSealed one, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(one);
        var path = new SealedPath(state.Case, one.Item, one.Attempt);
        while (true)
        {
            // An envelope that storage brought back, from a copy of before the erasure, opens nothing.
            state.RefuseErased(one.Item);
            int rotation = state.RotationOf(one.Item);
            if (await CountingEnvelope.ReadAsync(keys, path, rotation, cancellationToken) is { } envelope)
                return envelope;
            state = await journal.GetAsync(state.Case, cancellationToken);
            if (state.RotationOf(one.Item) == rotation)
            {
                state.RefuseErased(one.Item);
                throw new RefusedException("item-erased", "The item's key is gone; nothing can open it.");
            }
        }
    }
}
