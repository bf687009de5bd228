using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Envelope;

namespace Rogatory.Core.Sealing;

/// <summary>Seals items into the vault and opens them again: bodies, key envelopes and the order in which they come to be.</summary>
public sealed class ItemVault(IVault vault, IKeyEnvelopeStore keys, IKeyWrap keyWrap, OpenIncident incidents)
{
    /// <summary>Until rotation makes newer ones, an attempt has this envelope only.</summary>
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
        byte[] envelope = await sealer.WrapKeyAsync(description, keyWrap, cancellationToken);
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
        SealedPath path = PathOf(state, one);
        byte[] envelope = await ReadEnvelopeAsync(path, cancellationToken);
        ISealedSource body = vault.OpenSource(path, one.Version, one.Size);
        return await OpenedItem.OpenAsync(grant, envelope, ReferenceOf(one), body, keyWrap, cancellationToken);
    }

    /// <summary>A key envelope of a sealed item for a partner, under a grant. The body is not read.</summary>
    /// <exception cref="OpenException">The grant does not permit it, or the envelope is not what the ledger recorded.</exception>
    /// <exception cref="RefusedException"><c>item-erased</c>: the ledger says so, or its key envelope is gone.</exception>
    public async Task<byte[]> WrapForPartnerAsync(
        DisclosureGrant grant, PartnerId partner, CaseState state, ItemSealed one, IKeyWrap partnerWrap, DateTimeOffset now, CancellationToken cancellationToken)
    {
        byte[] envelope = await ReadEnvelopeAsync(PathOf(state, one), cancellationToken);
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
        byte[] envelope = await ReadEnvelopeAsync(PathOf(state, one), cancellationToken);
        return await KeyEnvelope.DescribeAsync(grant, envelope, keyWrap, cancellationToken);
    }

    // An envelope that storage brought back, from a copy of before the erasure, opens nothing.
    private static SealedPath PathOf(CaseState state, ItemSealed one)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(one);
        state.RefuseErased(one.Item);
        return new SealedPath(state.Case, one.Item, one.Attempt);
    }

    private static SealedReference ReferenceOf(ItemSealed one) =>
        new(Convert.FromHexString(one.Header), Convert.FromHexString(one.Commitment), one.Size);

    private async Task<byte[]> ReadEnvelopeAsync(SealedPath path, CancellationToken cancellationToken) =>
        await keys.ReadAsync(path, FirstEnvelope, cancellationToken)
        ?? throw new RefusedException("item-erased", "The item's key is gone; nothing can open it.");
}
