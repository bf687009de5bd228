using System.Globalization;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Flow;

/// <summary>Finds the cases whose wake-up was lost or whose time has come, and wakes them. Depends on nothing but what storage lists.</summary>
public sealed class Sweep(ILedgerStore ledgers, IProjectionStore projections, ICaseQueue queue, TimeProvider time)
{
    /// <summary>Wakes every case whose ledger is longer than its projection says, or that wants to be looked at by now.</summary>
    /// <returns>How many were woken.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<CaseId, IReadOnlyDictionary<string, string>>();
        await foreach (ProjectionFound found in projections.ListAsync(cancellationToken))
            known[found.Case] = found.Tags;

        int woken = 0;
        DateTimeOffset now = time.GetUtcNow();
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
        {
            if (!CaseId.TryParse(ledger.Name, out CaseId @case))
                continue;
            if (known.GetValueOrDefault(@case) is { } tags && !IsBehind(tags, ledger.Length) && !IsDue(tags, now))
                continue;
            await queue.WakeAsync(@case, ledger.Length, cancellationToken);
            woken++;
        }

        return woken;
    }

    // A tag that is missing or does not parse means a projection that nobody can rely on: look.
    private static bool IsBehind(IReadOnlyDictionary<string, string> tags, long length) =>
        !long.TryParse(tags.GetValueOrDefault(ProjectionTag.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long folded) || folded < length;

    private static bool IsDue(IReadOnlyDictionary<string, string> tags, DateTimeOffset now) =>
        !DateTimeOffset.TryParse(tags.GetValueOrDefault(ProjectionTag.LookAgainAt), CultureInfo.InvariantCulture, out DateTimeOffset look) || look <= now;
}
