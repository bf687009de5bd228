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

    // Whether a rotation is over takes looking into every case that is left; while there are more, it plainly is not.
    private const int MostLookedInto = 100;

    private const int Lanes = 8;

    // No change made this due, so it is no repeat of the wake-up after one; but the queue may take the next run's for a repeat of this.
    private const long NoLength = 0;

    /// <summary>Does what can be done. Costs a read of the register where there is nothing to do.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        KeyRegisterState state = await register.GetAsync(cancellationToken);
        if (state.Newest is not { } rotation || (rotation.FinishedAt is not null && rotation.Retired.All(state.Disabled.ContainsKey)))
            return;

        EnvelopeCensus census = await EnvelopeCensus.TakeAsync(keys, rotation.Retired, cancellationToken);
        await WakeAsync(census, cancellationToken);
        if (rotation.FinishedAt is null && await IsOverAsync(census, rotation, cancellationToken))
        {
            await register.FinishAsync(
                rotation.Number, census.ByKey.GetValueOrDefault(rotation.Key), census.Retired.Select(one => one.Path).Distinct().Count(), cancellationToken);
        }

        await DisableAsync(state, census, cancellationToken);
    }

    private Task WakeAsync(EnvelopeCensus census, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        census.Retired.Select(one => one.Path.Case).Distinct().Take(MostWoken),
        new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellationToken },
        async (@case, stop) => await queue.WakeAsync(@case, NoLength, stop));

    // Whether all that is left can't be made anew.
    private async Task<bool> IsOverAsync(EnvelopeCensus census, KeyRotation rotation, CancellationToken cancellationToken)
    {
        ILookup<CaseId, ItemId> left = census.Retired.ToLookup(one => one.Path.Case, one => one.Path.Item);
        if (left.Count > MostLookedInto)
            return false;
        foreach (IGrouping<CaseId, ItemId> items in left)
        {
            CaseState? state = (await journal.LoadAsync(items.Key, cancellationToken)).State;
            if (!items.All(item => state?.RotationFailures.GetValueOrDefault(item.ToString()) == rotation.Number))
                return false;
        }

        return true;
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
