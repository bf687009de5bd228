using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>Looks at one sealed item: its body, the protection of it, and its key envelope. The part of <see cref="Patrol"/> for it.</summary>
internal sealed class ItemPatrol(ILedgerStore ledgers, IVault vault, IKeyEnvelopeStore keys, TimeProvider time)
{
    /// <summary>What is wrong with it, but for what reading the body would show.</summary>
    public async Task<IReadOnlyList<IncidentCause>> LookAsync(CaseState state, ItemSealed one, IReadOnlySet<ItemId> left, CancellationToken cancellationToken)
    {
        var path = new SealedPath(state.Case, one.Item, one.Attempt);
        List<IncidentCause> causes = [];
        if (await vault.ProtectedUntilAsync(path, one.Version, cancellationToken) is not { } until)
            causes.AddRange(MayBeGone(state, one) ? [] : [IncidentCause.BodyMissing]);
        else if (until < state.Request.RetainUntil || await IsHoldMissingAsync(state, one, path, cancellationToken))
            causes.Add(IncidentCause.ProtectionMissing);

        if (left.Contains(one.Item))
            causes.Add(IncidentCause.EnvelopeLeft);
        else if (await LookAtEnvelopeAsync(state, path, cancellationToken) is { } cause)
            causes.Add(cause);
        return causes;
    }

    /// <summary>Whether the body of an erased item can have gone, as its policy has ended.</summary>
    public bool MayBeGone(CaseState state, ItemSealed one) => state.IsErased(one.Item) && state.Request.RetainUntil <= time.GetUtcNow();

    /// <summary>The body, to read it whole.</summary>
    public BodyReading Open(SealedPath path, ItemSealed one) => new(vault.OpenSource(path, one.Version, one.Size), one);

    /// <summary>Erased items of which a key envelope is there all the same.</summary>
    public async Task<IReadOnlySet<ItemId>> ErasedWithEnvelopeAsync(CaseState state, CancellationToken cancellationToken)
    {
        HashSet<ItemId> left = [];
        if (!state.Sealed.Values.Any(one => state.IsErased(one.Item)))
            return left;
        await foreach (KeyEnvelopeFound envelope in keys.ListAsync(state.Case, cancellationToken))
        {
            if (state.IsErased(envelope.Path.Item))
                left.Add(envelope.Path.Item);
        }

        return left;
    }

    // A rotation of the key-encryption key destroys the one that counted when the ledger was read, and so does an erasure.
    private async Task<IncidentCause?> LookAtEnvelopeAsync(CaseState state, SealedPath path, CancellationToken cancellationToken)
    {
        while (!state.Retention.IsGone(path.Item))
        {
            int rotation = state.RotationOf(path.Item);
            if (await keys.ReadAsync(path, rotation, cancellationToken) is { } envelope)
                return IsEnvelopeOf(envelope, path) ? null : IncidentCause.EnvelopeAltered;
            byte[] ledger = await ledgers.ReadAsync(path.Case.ToString(), 0, cancellationToken);
            if (CaseJournal.TryFold(path.Case.ToString(), ledger) is not { } newest
                || (newest.RotationOf(path.Item) == rotation && !newest.Retention.IsGone(path.Item)))
                return IncidentCause.EnvelopeMissing;
            state = newest;
        }

        return null;
    }

    private async Task<bool> IsHoldMissingAsync(CaseState state, ItemSealed one, SealedPath path, CancellationToken cancellationToken) =>
        state.Retention.IsHeld(one.Item) && state.Retention.HeldBodies.Contains(one.Item.ToString())
            && !await vault.IsHeldAsync(path, one.Version, cancellationToken);

    private static bool IsEnvelopeOf(byte[] bytes, SealedPath path)
    {
        try
        {
            KeyEnvelope envelope = KeyEnvelope.Parse(bytes);
            return envelope.Case == path.Case.ToString() && envelope.Item == path.Item.ToString();
        }
        catch (OpenException)
        {
            return false;
        }
    }
}
