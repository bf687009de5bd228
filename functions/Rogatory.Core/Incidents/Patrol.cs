using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Rogatory.Core.Case;
using Rogatory.Core.Receipt;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>
/// Compares what storage holds with what the ledgers say, and the ledgers with the newest checkpoint: ledgers, sealed bodies, their
/// protection and their key envelopes. Needs no key, so nothing is unwrapped. Whatever is not as it should be becomes an incident.
/// </summary>
public sealed class Patrol(
    ILedgerStore ledgers, IVault vault, IKeyEnvelopeStore keys, Checkpoints checkpoints, PatrolRegister register, OpenIncident incidents, TimeProvider time)
{
    private readonly ItemPatrol _items = new(ledgers, vault, keys, time);

    /// <summary>How many cases a sample looks at.</summary>
    public const int SampledCases = 20;

    /// <summary>In how many shares everything is looked at: one for each day that every month has.</summary>
    public const int Shares = 28;

    /// <summary>The day of the month on which a case is in the share.</summary>
    public static int DayOf(CaseId @case) =>
        1 + (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(@case.ToString()))) % Shares);

    /// <summary>
    /// Looks, until all of the scope is seen or the bounds are reached, and opens an incident for each fault as soon as it is seen. Of a share the
    /// next run sees the rest, and shares that are left over come before that of the day.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Storage could not be asked; what can't be asked is neither well nor a fault.</exception>
    public async Task<PatrolReport> RunAsync(PatrolScope scope, PatrolBounds bounds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        var budget = new PatrolBudget(bounds, time);
        PatrolWalk walk = await BeginAsync(budget, cancellationToken);
        if (scope == PatrolScope.Sample)
            await SampleAsync(walk, budget, cancellationToken);
        else
            await ShareAsync(walk, budget, cancellationToken);
        return walk.Report;
    }

    /// <summary>Looks at one case, until all of it is seen or the bounds are reached: then the report says how many bodies are left.</summary>
    /// <exception cref="RefusedException"><c>case-not-found</c>: it has no ledger, and no checkpoint names one.</exception>
    /// <exception cref="StorageUnavailableException">As above.</exception>
    public async Task<PatrolReport> RunAsync(CaseId @case, PatrolBounds bounds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        PatrolWalk walk = await BeginAsync(new PatrolBudget(bounds, time), cancellationToken);
        if (!walk.Known.ContainsKey(@case.ToString()) && (await ledgers.ReadAsync(@case.ToString(), 0, cancellationToken)).Length == 0)
            throw CaseJournal.NotFound();
        await walk.CaseAsync(@case, cancellationToken);
        return walk.Report;
    }

    private async Task<PatrolWalk> BeginAsync(PatrolBudget budget, CancellationToken cancellationToken)
    {
        var walk = new PatrolWalk(_items, ledgers, incidents, budget);
        try
        {
            if (await checkpoints.NewestAsync(cancellationToken) is { } newest)
                walk.Known = (await checkpoints.CasesAsync(newest.Checkpoint, cancellationToken)).ToDictionary(one => one.Case.ToString());
        }
        catch (InvalidStatementException)
        {
            await walk.FoundAsync(new PatrolFault(IncidentCause.CheckpointBroken, Case: null, Item: null), cancellationToken);
        }

        return walk;
    }

    private async Task SampleAsync(PatrolWalk walk, PatrolBudget budget, CancellationToken cancellationToken)
    {
        // Not a sequence that can be foreseen: who alters something must not know that nobody will look.
        string[] shuffled = [.. await NamesAsync(cancellationToken)];
        RandomNumberGenerator.Shuffle<string>(shuffled);
        foreach (string name in shuffled.Take(SampledCases).TakeWhile(_ => !budget.IsSpent))
            await walk.SampleAsync(name, cancellationToken);
    }

    private async Task ShareAsync(PatrolWalk walk, PatrolBudget budget, CancellationToken cancellationToken)
    {
        PatrolRegisterState came = await register.LoadAsync(cancellationToken);
        while (!budget.IsSpent && came.ShareDueOn(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) is { } share)
        {
            string? done = came.Walked?.Share == share ? came.Walked.After : null;
            ReadingPaused? paused = came.Body?.Share == share ? came.Body : null;
            string[] left = [.. (await NamesAsync(cancellationToken)).Where(name => IsIn(name, share) && string.CompareOrdinal(name, done) > 0).Order(StringComparer.Ordinal)];
            bool isFinished = true;
            foreach (string name in left)
            {
                ReadingPaused? stopped = null;
                if (budget.IsSpent || (stopped = await walk.LookAsync(name, share, paused, cancellationToken)) is not null)
                {
                    (isFinished, paused) = (false, stopped ?? paused);
                    break;
                }

                (done, paused) = (name, null);
            }

            came = await register.RecordAsync(share, done, isFinished, paused, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancellationToken)
    {
        List<string> names = [];
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
            names.Add(ledger.Name);
        return names;
    }

    private static bool IsIn(string name, DateOnly share) => !CaseId.TryParse(name, out CaseId @case) || DayOf(@case) == share.Day;
}
