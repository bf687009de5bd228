using System.Collections.Concurrent;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Incidents;

/// <summary>
/// Looks at every incident that is open: says what is affected, starts the clocks that follow, reminds, and says which ran out. Run by a timer, and
/// at once when the program starts, so that a clock that passed while it was down is said to have passed. It also ends what whoever opened or closed
/// an incident was interrupted in.
/// </summary>
public sealed class WatchIncidents(
    IncidentRegister register, IncidentJournal incidents, OpenIncident open, FindAffected affected, PolicySet policy, TimeProvider time)
{
    private const string Actor = "system:incidents";

    private static readonly TimeSpan WideEvery = TimeSpan.FromHours(6);

    private readonly IncidentPolicy _policy = policy.Incidents ?? throw new PolicyException("Incidents.incidents.json", "there is no pack of incidents");
    private readonly ConcurrentDictionary<IncidentId, (DateTimeOffset At, AffectedMaterial Found)> _wide = new();

    /// <summary>Looks at each. One whose ledger does not hold together does not keep it from the others, and becomes an incident itself.</summary>
    /// <returns>The clocks of which it was the first to say that they run out soon, or ran out: somebody is told.</returns>
    public async Task<IReadOnlyList<WatchedClock>> RunAsync(CancellationToken cancellationToken)
    {
        List<WatchedClock> told = [];
        foreach (IncidentOpened one in (await register.LoadAsync(cancellationToken)).Open)
        {
            try
            {
                IncidentState state = await open.BeginAsync(one, IncidentReport.Program, cancellationToken);
                if (state.IsClosed)
                    await register.SettleAsync(Actor, one.Incident, cancellationToken);
                else
                    told.AddRange(Told(state, await LookAsync(state, cancellationToken)));
            }
            catch (LedgerBrokenException broken) when (broken.Ledger == one.Incident.LedgerName)
            {
                await open.RunAsync(IncidentCause.LedgerBroken, @case: null, cancellationToken);
            }
        }

        return told;
    }

    /// <summary>Looks at one that is open.</summary>
    /// <returns>As it stands after that.</returns>
    public async Task<IncidentState> LookAsync(IncidentState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        AffectedMaterial found = await FindAsync(state.Opened, cancellationToken);
        CommandId command = CommandId.Derive("watch-incident", state.Incident.ToString(), AttemptId.New().ToString());
        return (await incidents.AppendAsync(state.Incident, Actor, command, newest =>
            [.. IncidentDecider.Decide(newest!, found, _policy, time.GetUtcNow()).Select(one => one with { Command = command })], cancellationToken))!;
    }

    private static IEnumerable<WatchedClock> Told(IncidentState before, IncidentState after) =>
        from clock in after.Clocks
        let known = before.Find(clock.Started.Clock)
        where (clock.IsMissed && known?.IsMissed != true) || (clock.IsReminded && known?.IsReminded != true)
        select new WatchedClock(after.Incident, clock.Started.Clock, clock.IsMissed);

    private async Task<AffectedMaterial> FindAsync(IncidentOpened opened, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (!FindAffected.IsWide(opened))
            return await affected.RunAsync(opened, only: null, cancellationToken);
        if (_wide.TryGetValue(opened.Incident, out (DateTimeOffset At, AffectedMaterial Found) known) && now < known.At + WideEvery)
            return known.Found;
        AffectedMaterial found = await affected.RunAsync(opened, only: null, cancellationToken);
        _wide[opened.Incident] = (now, found);
        return found;
    }
}
