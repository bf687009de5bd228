using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>
/// Compares what storage holds with what the ledgers say, and the ledgers with the newest checkpoint: ledgers, sealed bodies, their
/// protection and their key envelopes. Needs no key, so nothing is unwrapped. Whatever is not as it should be becomes an incident.
/// </summary>
public sealed class Patrol(
    ILedgerStore ledgers, IVault vault, IKeyEnvelopeStore keys, Checkpoints checkpoints, OpenIncident incidents, TimeProvider time)
{
    /// <summary>How many cases a sample looks at.</summary>
    public const int SampledCases = 20;

    /// <summary>In how many shares everything is looked at: one for each day that every month has.</summary>
    public const int Shares = 28;

    /// <summary>The day of the month on which a case is in the share.</summary>
    public static int DayOf(CaseId @case) =>
        1 + (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(@case.ToString()))) % Shares);

    /// <summary>Looks, and opens an incident for each fault as soon as it is seen.</summary>
    /// <exception cref="StorageUnavailableException">Storage could not be asked; what can't be asked is neither well nor a fault.</exception>
    public async Task<PatrolReport> RunAsync(PatrolScope scope, CancellationToken cancellationToken)
    {
        var report = new PatrolReport(0, 0, 0, []);
        Dictionary<string, CheckpointCase> known = [];
        try
        {
            if (await checkpoints.NewestAsync(cancellationToken) is { } newest)
                known = (await checkpoints.CasesAsync(newest.Checkpoint, cancellationToken)).ToDictionary(one => one.Case.ToString());
        }
        catch (InvalidStatementException)
        {
            report = await FoundAsync(report, new PatrolFault(IncidentCause.CheckpointBroken, Case: null, Item: null), cancellationToken);
        }

        foreach (string name in await ChooseAsync(scope, cancellationToken))
            report = await LookAsync(report, name, known.GetValueOrDefault(name), scope, cancellationToken);
        return report;
    }

    private async Task<PatrolReport> FoundAsync(PatrolReport report, PatrolFault fault, CancellationToken cancellationToken)
    {
        await incidents.RunAsync(fault.Cause, fault.Case, fault.Item, cancellationToken);
        return report with { Faults = [.. report.Faults, fault] };
    }

    private async Task<IReadOnlyList<string>> ChooseAsync(PatrolScope scope, CancellationToken cancellationToken)
    {
        List<string> names = [];
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
            names.Add(ledger.Name);
        if (scope == PatrolScope.Share)
        {
            int day = time.GetUtcNow().Day;
            return [.. names.Where(name => !CaseId.TryParse(name, out CaseId @case) || DayOf(@case) == day)];
        }

        // Not a sequence that can be foreseen: who alters something must not know that nobody will look.
        string[] shuffled = [.. names];
        RandomNumberGenerator.Shuffle<string>(shuffled);
        return shuffled[..Math.Min(SampledCases, shuffled.Length)];
    }

    private async Task<PatrolReport> LookAsync(
        PatrolReport report, string name, CheckpointCase? covered, PatrolScope scope, CancellationToken cancellationToken)
    {
        byte[] ledger = await ledgers.ReadAsync(name, 0, cancellationToken);
        report = report with { Ledgers = report.Ledgers + 1 };
        CaseId? @case = CaseId.TryParse(name, out CaseId parsed) ? parsed : null;
        CaseState? state = @case is null ? null : CaseJournal.TryFold(name, ledger);
        LedgerReport check = LedgerCheck.Check(new MemoryStream(ledger));
        if (!check.Holds || check.Case != name || (@case is not null && state is null))
            return await FoundAsync(report, new PatrolFault(IncidentCause.LedgerBroken, @case, Item: null), cancellationToken);

        // Whoever can write a ledger can write one that holds; not one that leads to a root which partners have.
        if (covered is not null && !check.Proves(covered.Size, covered.Root))
            report = await FoundAsync(report, new PatrolFault(IncidentCause.LedgerShrunk, @case, Item: null), cancellationToken);
        if (state is null)
            return report;

        ItemSealed[] items = [.. state.Sealed.Values.OrderBy(item => item.Item.ToString(), StringComparer.Ordinal)];
        IReadOnlySet<ItemId> left = await ErasedWithEnvelopeAsync(state, cancellationToken);
        int only = scope == PatrolScope.Sample && items.Length > 0 ? RandomNumberGenerator.GetInt32(items.Length) : -1;
        for (int index = 0; index < items.Length; index++)
        {
            bool readsBody = only < 0 || index == only;
            if (readsBody)
                report = report with { Bodies = report.Bodies + 1, Bytes = report.Bytes + items[index].Size };
            foreach (IncidentCause cause in await LookAsync(state, items[index], left, readsBody, cancellationToken))
                report = await FoundAsync(report, new PatrolFault(cause, state.Case, items[index].Item), cancellationToken);
        }

        return report;
    }

    private async Task<List<IncidentCause>> LookAsync(
        CaseState state, ItemSealed one, IReadOnlySet<ItemId> left, bool readsBody, CancellationToken cancellationToken)
    {
        var path = new SealedPath(state.Case, one.Item, one.Attempt);
        List<IncidentCause> causes = [];
        bool mayBeGone = state.IsErased(one.Item) && state.Request.RetainUntil <= time.GetUtcNow();
        if (await vault.ProtectedUntilAsync(path, one.Version, cancellationToken) is not { } until)
            causes.AddRange(mayBeGone ? [] : [IncidentCause.BodyMissing]);
        else if (until < state.Request.RetainUntil || await IsHoldMissingAsync(state, one, path, cancellationToken))
            causes.Add(IncidentCause.ProtectionMissing);

        if (left.Contains(one.Item))
            causes.Add(IncidentCause.EnvelopeLeft);
        else if (await LookAtEnvelopeAsync(state, path, cancellationToken) is { } cause)
            causes.Add(cause);

        if (readsBody && !mayBeGone && !causes.Contains(IncidentCause.BodyMissing))
            await ReadAsync(path, one, causes, cancellationToken);
        return causes;
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

    private async Task<IReadOnlySet<ItemId>> ErasedWithEnvelopeAsync(CaseState state, CancellationToken cancellationToken)
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

    private async Task ReadAsync(SealedPath path, ItemSealed one, List<IncidentCause> causes, CancellationToken cancellationToken)
    {
        ISealedSource body = vault.OpenSource(path, one.Version, one.Size);
        var root = new SealedRoot();
        byte[] piece = new byte[(int)Math.Min(SealedBody.SegmentSize, one.Size)];
        try
        {
            for (long at = 0; at < one.Size; at += piece.Length)
            {
                Memory<byte> part = piece.AsMemory(0, (int)Math.Min(piece.Length, one.Size - at));
                await body.ReadAsync(at, part, cancellationToken);
                root.Add(part.Span);
            }
        }
        catch (EndOfStreamException)
        {
            causes.Add(IncidentCause.BodyMissing);
            return;
        }

        if (Convert.ToHexStringLower(root.Root()) != one.SealedRoot)
            causes.Add(IncidentCause.BodyAltered);
    }
}
