using System.Globalization;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Ledger;

namespace Rogatory.Core.Flow;

/// <summary>Finds the cases whose wake-up was lost or whose time has come, and wakes them. Depends on nothing but what storage lists.</summary>
public sealed class Sweep(ILedgerStore ledgers, IProjectionStore projections, IKeyEnvelopeStore keys, ICaseQueue queue, TimeProvider time)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>
    /// Wakes every case whose ledger is longer than its projection says, that wants to be looked at by now, or that holds key envelopes
    /// which the flow has not seen: a crashed attempt leaves one, even for a case that was never opened.
    /// </summary>
    /// <returns>How many were woken.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<CaseId, IReadOnlyDictionary<string, string>>();
        await foreach (ProjectionFound found in projections.ListAsync(cancellationToken))
            known[found.Case] = found.Tags;

        var envelopes = new Dictionary<CaseId, long>();
        await foreach (KeyEnvelopeFound found in keys.ListAsync(@case: null, cancellationToken))
            envelopes[found.Path.Case] = envelopes.GetValueOrDefault(found.Path.Case) + 1;

        var lengths = envelopes.Keys.ToDictionary(@case => @case, _ => 0L);
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
        {
            if (CaseId.TryParse(ledger.Name, out CaseId @case))
                lengths[@case] = ledger.Length;
        }

        int woken = 0;
        DateTimeOffset now = time.GetUtcNow();
        foreach ((CaseId @case, long length) in lengths)
        {
            IReadOnlyDictionary<string, string> tags = known.GetValueOrDefault(@case) ?? Nothing;
            if (Number(tags, ProjectionTag.Length) >= length && Number(tags, ProjectionTag.Envelopes) == envelopes.GetValueOrDefault(@case)
                && !IsDue(tags, now))
                continue;
            await queue.WakeAsync(@case, length, cancellationToken);
            woken++;
        }

        return woken;
    }

    // A tag that is missing or does not parse means a projection that nobody can rely on: look.
    private static long Number(IReadOnlyDictionary<string, string> tags, string tag) =>
        long.TryParse(tags.GetValueOrDefault(tag), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;

    private static bool IsDue(IReadOnlyDictionary<string, string> tags, DateTimeOffset now) =>
        !DateTimeOffset.TryParse(tags.GetValueOrDefault(ProjectionTag.LookAgainAt), CultureInfo.InvariantCulture, out DateTimeOffset look) || look <= now;
}
