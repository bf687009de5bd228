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

    private static readonly TimeSpan WideEvery = TimeSpan.FromHours(1);

    private readonly IncidentPolicy _policy = policy.Incidents ?? throw new PolicyException("Incidents.incidents.json", "there is no pack of incidents");
    private readonly ConcurrentDictionary<IncidentId, (DateTimeOffset At, AffectedMaterial Found)> _wide = new();

    /// <summary>Looks at each. One whose ledger does not hold together does not keep it from the others, and becomes an incident itself; neither does one that can't be read now.</summary>
    /// <returns>The clocks of which it was the first to say that they run out soon, or ran out: somebody is told.</returns>
    /// <exception cref="StorageUnavailableException">Something could not be read, and there is nobody to tell of anything: the next run looks again.</exception>
    public async Task<IReadOnlyList<WatchedClock>> RunAsync(CancellationToken cancellationToken)
    {
        List<WatchedClock> told = [];
        StorageUnavailableException? unavailable = null;
        foreach (IncidentOpened one in (await register.LoadAsync(cancellationToken)).Open)
        {
            try
            {
                IncidentState state = await open.BeginAsync(one, IncidentReport.Program, cancellationToken);
                told.AddRange(await TellAsync(state, cancellationToken));
                if (!state.IsClosed)
                    continue;
                await register.SettleAsync(Actor, one.Incident, cancellationToken);
                _wide.TryRemove(one.Incident, out _);
            }
            catch (StorageUnavailableException failed)
            {
                unavailable = failed;
            }
            catch (LedgerBrokenException broken) when (broken.Ledger == one.Incident.LedgerName)
            {
                await open.RunAsync(IncidentCause.LedgerBroken, @case: null, cancellationToken);
            }
        }

        return told.Count > 0 || unavailable is null ? told : throw unavailable;
    }

    /// <summary>Looks at what one that is open affects, and starts the clocks that follow. Reminders, and that a clock ran out, are left to <see cref="RunAsync"/>, which somebody hears.</summary>
    /// <returns>As it stands after that.</returns>
    public async Task<IncidentState> LookAsync(IncidentState state, CancellationToken cancellationToken) => (await LookAsync(state, isTold: false, cancellationToken)).After;

    private async Task<(IncidentState After, IReadOnlyList<IncidentEvent> Said)> LookAsync(IncidentState state, bool isTold, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.IsClosed)
            return (state, []);
        AffectedMaterial? found = await FindAsync(state, isTold, cancellationToken);
        CommandId command = CommandId.Derive("watch-incident", state.Incident.ToString(), AttemptId.New().ToString());
        IReadOnlyList<IncidentEvent> said = [];
        IncidentState after = (await incidents.AppendAsync(state.Incident, Actor, command, newest =>
            said = [.. IncidentDecider.Decide(newest!, found, _policy, isTold ? time.GetUtcNow() : null).Select(one => one with { Command = command })], cancellationToken))!;
        return (after, said);
    }

    // What this look said itself, so that of two hosts one tells.
    private async Task<IEnumerable<WatchedClock>> TellAsync(IncidentState state, CancellationToken cancellationToken) =>
        (await LookAsync(state, isTold: true, cancellationToken)).Said.Select(one => one switch
        {
            ClockMissed missed => new WatchedClock(state.Incident, missed.Clock, IsMissed: true),
            ClockReminded reminded => new WatchedClock(state.Incident, reminded.Clock, IsMissed: false),
            _ => null,
        }).OfType<WatchedClock>();

    // A register that does not hold together is an incident of its own, and what can't be read now can be later: no clock waits for either.
    private async Task<AffectedMaterial?> FindAsync(IncidentState state, bool isTold, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(state, cancellationToken);
        }
        catch (LedgerBrokenException)
        {
            return null;
        }
        catch (StorageUnavailableException) when (isTold)
        {
            return null;
        }
    }

    private async Task<AffectedMaterial> FindAsync(IncidentState state, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (!FindAffected.IsWide(state.Opened))
            return await affected.RunAsync(state, only: null, cancellationToken);
        if (_wide.TryGetValue(state.Incident, out (DateTimeOffset At, AffectedMaterial Found) known) && now < known.At + WideEvery)
            return known.Found;
        AffectedMaterial found = await affected.RunAsync(state, only: null, cancellationToken);
        _wide[state.Incident] = (now, found);
        return found;
    }
}
