using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Ledger;

namespace Rogatory.Core.Receipt;

/// <summary>
/// Makes the next checkpoint: a signed root over every case, which names the one before. A case never vanishes or shrinks from one to the
/// next, and each that grew proves the root it had.
/// </summary>
public sealed class MakeCheckpoint(
    Checkpoints checkpoints, ILedgerStore ledgers, IStatementStore statements, IStatementSigner signer, IReadOnlyList<VerificationKey> keys,
    OpenIncident incidents, TimeProvider time)
{
    // Where nothing changes, partners still see that the system is alive and shows them the same history.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromDays(1);

    /// <summary>Makes it, unless nothing changed since the newest one and that is younger than a day. Safe to run twice at once.</summary>
    /// <returns>The newest checkpoint; null while there is no case at all.</returns>
    /// <exception cref="CheckpointStoppedException">A ledger is not one that grew from what the last checkpoint says.</exception>
    /// <exception cref="InvalidStatementException">What is stored are not checkpoints that we signed, one after the other. An incident is open.</exception>
    public async Task<Checkpoint?> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await MakeAsync(cancellationToken);
        }
        catch (InvalidStatementException)
        {
            await incidents.RunAsync(IncidentCause.CheckpointBroken, @case: null, cancellationToken);
            throw;
        }
    }

    private async Task<Checkpoint?> MakeAsync(CancellationToken cancellationToken)
    {
        SignedCheckpoint? last = await checkpoints.NewestAsync(cancellationToken);
        IReadOnlyList<CheckpointCase> before = last is null ? [] : await checkpoints.CasesAsync(last.Checkpoint, cancellationToken);
        IReadOnlyList<CheckpointCase> cases = await GrowAsync(before, cancellationToken);

        // Never before the one it names, whatever became of the clock.
        DateTimeOffset now = time.GetUtcNow();
        if (last is not null && now < last.Checkpoint.At)
            now = last.Checkpoint.At;
        string root = Checkpoints.RootOf(cases);
        if (cases.Count == 0 || (last is not null && root == last.Checkpoint.Root && last.Checkpoint.At + LongestSilence > now))
            return last?.Checkpoint;

        var next = new Checkpoint((last?.Checkpoint.Number ?? -1) + 1, last?.Digest ?? Checkpoint.NoPrevious, cases.Count, root, now);
        byte[] list = [.. cases.SelectMany(one => one.ToLine().Append((byte)'\n'))];
        await statements.TryCreateAsync(Checkpoints.CasesNameOf(next.Number, root), list, cancellationToken);
        string statement = await Statement.SignToKeepAsync(Checkpoint.Type, next.ToJson(), signer, keys, cancellationToken);

        // Another may have been faster; then its checkpoint is the newest, and the next one takes in what it missed.
        await statements.TryCreateAsync(Checkpoints.NameOf(next.Number), Encoding.ASCII.GetBytes(statement), cancellationToken);
        return (await checkpoints.NewestAsync(cancellationToken))?.Checkpoint;
    }

    private async Task<IReadOnlyList<CheckpointCase>> GrowAsync(IReadOnlyList<CheckpointCase> before, CancellationToken cancellationToken)
    {
        var lengths = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
        {
            if (CaseId.TryParse(ledger.Name, out _))
                lengths[ledger.Name] = ledger.Length;
        }

        Dictionary<CaseId, CheckpointCase> known = before.ToDictionary(one => one.Case);
        foreach (CheckpointCase one in before)
        {
            if (lengths.GetValueOrDefault(one.Case.ToString()) < one.Length)
                throw await StopAsync(one.Case, cancellationToken);
        }

        List<CheckpointCase> cases = [];
        foreach ((string name, long length) in lengths)
        {
            CaseId @case = CaseId.Parse(name);
            CheckpointCase? old = known.GetValueOrDefault(@case);
            cases.Add(old?.Length == length ? old with { Growth = [] } : await ReadAsync(@case, old, cancellationToken));
        }

        return cases;
    }

    private async Task<CheckpointCase> ReadAsync(CaseId @case, CheckpointCase? old, CancellationToken cancellationToken)
    {
        byte[] ledger = await ledgers.ReadAsync(@case.ToString(), 0, cancellationToken);
        LedgerReport report = LedgerCheck.Check(new MemoryStream(ledger));
        if (!report.Holds || report.Case != @case.ToString() || (old is not null && !report.Proves(old.Size, old.Root)))
            throw await StopAsync(@case, cancellationToken);
        IReadOnlyList<byte[]> growth = old is null ? [] : MerkleTree.ConsistencyProof(report.LeafHashes, (int)old.Size);
        return new CheckpointCase(@case, report.Size, report.Root, ledger.Length, [.. growth.Select(Convert.ToHexStringLower)]);
    }

    private async Task<CheckpointStoppedException> StopAsync(CaseId @case, CancellationToken cancellationToken)
    {
        await incidents.RunAsync(IncidentCause.LedgerShrunk, @case, cancellationToken);
        return new CheckpointStoppedException(@case);
    }
}
