using System.Collections.Concurrent;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Sealing;

namespace Rogatory.Core.Retention;

/// <summary>
/// Looks after a rotation, again and again: wakes the cases that hold key envelopes under a retired version, says when none is left, and
/// disables a retired version once nothing is under it and nothing can come any more. Depends on nothing but the register and what storage lists.
/// </summary>
public sealed class AdvanceRotation(
    KeyRegister register, IKeyVersions versions, CurrentKeys current, IKeyEnvelopeStore keys, CaseJournal journal, ICaseQueue queue, TimeProvider time)
{
    /// <summary>
    /// How long a version unwraps after it was retired, at least. What is being sealed when a rotation begins ends in that time, a program that
    /// does not know of it yet learns of it, and a partner's upload that was granted before comes to its end.
    /// </summary>
    public static readonly TimeSpan Grace = GrantUpload.UploadLife + CaseDecider.LongestWait;

    /// <summary>How many cases are woken at once; the next run wakes those that are left.</summary>
    public const int MostWoken = 1000;

    private const int Lanes = 8;

    // No change made this due, so it is no repeat of the wake-up after one; but the queue may take the next run's for a repeat of this.
    private const long NoLength = 0;

    // The rotation that left an item's envelope as it was, as far as a ledger was read for that: it says so for good, and is not read for it again.
    private readonly ConcurrentDictionary<SealedPath, int> _failed = new();

    /// <summary>Does what can be done. Costs a read of the register where there is nothing to do.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        KeyRegisterState state = await register.GetAsync(cancellationToken);
        if (state.Newest is not { } rotation || (rotation.FinishedAt is not null && rotation.Retired.All(state.Disabled.ContainsKey)))
            return;

        EnvelopeCensus census = await EnvelopeCensus.TakeAsync(keys, rotation.Retired, cancellationToken);
        bool isOver = await WakeAsync(census, rotation, cancellationToken);
        if (rotation.FinishedAt is null && isOver)
        {
            await register.FinishAsync(
                rotation.Number, census.ByKey.GetValueOrDefault(rotation.Key), census.Retired.Select(one => one.Path).Distinct().Count(), cancellationToken);
        }

        await DisableAsync(state, census, cancellationToken);
    }

    /// <summary>Disables a retired version at once and not after <see cref="Grace"/>, because it is in wrong hands: whoever seals to it still is refused, and seals again.</summary>
    /// <exception cref="RefusedException"><c>key-version-in-use</c>: it is not retired, or a key envelope is under it. Rotate, and wait until the rotation has finished.</exception>
    public async Task DisableNowAsync(string key, CancellationToken cancellationToken)
    {
        KeyRegisterState state = await register.GetAsync(cancellationToken);
        if (state.Disabled.ContainsKey(key))
            return;
        if (state.Newest?.Retired.Contains(key) != true
            || CurrentKeys.NewestOf(await current.RefreshAsync(cancellationToken)).KeyId == key
            || (await EnvelopeCensus.TakeAsync(keys, state.Newest.Retired, cancellationToken)).ByKey.ContainsKey(key))
            throw new RefusedException("key-version-in-use", "The version is not retired, or key envelopes are under it still. Rotate, and wait until the rotation has finished.");
        await versions.DisableAsync(key, cancellationToken);
        await register.DisableAsync(key, cancellationToken);
        await current.RefreshAsync(cancellationToken);
    }

    /// <returns>Whether no case is left of which anything can still be made anew.</returns>
    private async Task<bool> WakeAsync(EnvelopeCensus census, KeyRotation rotation, CancellationToken cancellationToken)
    {
        int woken = 0;
        bool isOver = true;
        foreach (IGrouping<CaseId, SealedPath>[] some in census.Retired.Select(one => one.Path)
            .Where(path => _failed.GetValueOrDefault(path) != rotation.Number).GroupBy(path => path.Case).Chunk(Lanes))
        {
            if (woken >= MostWoken)
                return false;
            foreach ((bool isWoken, bool isWaitedFor) in await Task.WhenAll(some.Select(left => WakeAsync(left, rotation, cancellationToken))))
            {
                woken += isWoken ? 1 : 0;
                isOver &= !isWaitedFor;
            }
        }

        return isOver;
    }

    // A case whose ledger is broken is woken for the incident that the flow opens. The rotation does not wait for it.
    private async Task<(bool IsWoken, bool IsWaitedFor)> WakeAsync(IGrouping<CaseId, SealedPath> left, KeyRotation rotation, CancellationToken cancellationToken)
    {
        bool isBroken = false;
        try
        {
            CaseState? state = (await journal.LoadAsync(left.Key, cancellationToken)).State;
            if (left.All(path => state?.RotationFailures.GetValueOrDefault(path.Item.ToString()) == rotation.Number))
            {
                foreach (SealedPath path in left)
                    _failed[path] = rotation.Number;
                return (false, false);
            }
        }
        catch (LedgerBrokenException)
        {
            isBroken = true;
        }

        await queue.WakeAsync(left.Key, NoLength, cancellationToken);
        return (true, !isBroken);
    }

    private async Task DisableAsync(KeyRegisterState state, EnvelopeCensus census, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        string[] over = [.. state.Newest!.Retired.Where(key =>
            !census.ByKey.ContainsKey(key) && state.RetiredAt(key) + Grace <= now && !state.Disabled.ContainsKey(key))];
        if (over.Length == 0)
            return;
        // Where somebody disabled all that are newer, it is the one that wraps.
        string newest = CurrentKeys.NewestOf(await current.RefreshAsync(cancellationToken)).KeyId;
        foreach (string key in over.Where(key => key != newest))
        {
            await versions.DisableAsync(key, cancellationToken);
            await register.DisableAsync(key, cancellationToken);
        }

        await current.RefreshAsync(cancellationToken);
    }
}
