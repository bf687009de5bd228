using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents.Signals;

/// <summary>
/// Looks each day at what officers and partners did on the day before, over all ledgers (self-monitoring, LED art. 25(2)), and opens an incident for each that there is a
/// signal of. Days that passed while nothing ran are made up for.
/// </summary>
public sealed class LookForSignals(ILedgerStore ledgers, SignalRegister register, OpenIncident incidents, PolicySet policy, TimeProvider time)
{
    /// <summary>Looks at the days that are due. Safe to run at any time, twice, and after a crash anywhere: incidents are opened first, and an open one is found again.</summary>
    /// <returns>The days that were looked at.</returns>
    /// <exception cref="StorageUnavailableException">A ledger can't be read: no day is looked at by the others alone.</exception>
    public async Task<IReadOnlyList<DateOnly>> RunAsync(CancellationToken cancellationToken)
    {
        DateOnly today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (policy.Signals is not { } pack || (await register.LoadAsync(cancellationToken)).DueOn(today) is not [var first, ..] due)
            return [];
        (ActivityTable table, List<string> unread) = await ReadAsync(first.AddDays(-pack.WindowDays), cancellationToken);
        foreach (DateOnly day in due)
        {
            var raised = new List<(Signal, IncidentId)>();
            foreach (Signal signal in FindSignals.On(day, table, pack))
            {
                var report = new IncidentReport(IncidentCause.AnomalySignal, PlaceOf(signal.Actor));
                raised.Add((signal, await incidents.MeetAsync(report, cancellationToken)));
            }

            await register.RecordAsync(day, raised, policy.Digest, unread, cancellationToken);
        }

        return due;
    }

    private static IncidentPlace PlaceOf(string actor)
    {
        string id = actor[(actor.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return ActivityReader.KindOf(actor) switch
        {
            ActorKind.Officer when OfficerId.TryParse(id, out OfficerId officer) => new IncidentPlace(Officer: officer),
            ActorKind.Partner when PartnerId.TryParse(id, out PartnerId partner) => new IncidentPlace(Partner: partner),
            _ => new IncidentPlace(),
        };
    }

    private async Task<(ActivityTable Table, List<string> Unread)> ReadAsync(DateOnly from, CancellationToken cancellationToken)
    {
        var table = new ActivityTable();
        var reader = new ActivityReader(table, from);
        var unread = new List<string>();
        await foreach (LedgerExtent ledger in ledgers.ListAsync(cancellationToken))
        {
            try
            {
                reader.Read(ledger.Name, LedgerReader.ReadAfter(LedgerTip.Empty, ledger.Name, await ledgers.ReadAsync(ledger.Name, 0, cancellationToken)).Lines);
            }
            catch (LedgerFormatException)
            {
                unread.Add(ledger.Name);
            }
        }

        unread.Sort(StringComparer.Ordinal);
        return (table, unread);
    }
}
