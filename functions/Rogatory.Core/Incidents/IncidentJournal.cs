using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>The journal of incidents: one ledger each.</summary>
public sealed class IncidentJournal(ILedgerStore ledgers, TimeProvider time) : Journal<IncidentState>(ledgers, IncidentEvents.Codec, time)
{
    /// <summary>The incident; null while its ledger has no line.</summary>
    /// <exception cref="LedgerBrokenException">The ledger does not hold together.</exception>
    public async Task<IncidentState?> FindAsync(IncidentId incident, CancellationToken cancellationToken) =>
        (await LoadAsync(incident.LedgerName, cancellationToken)).State;

    /// <summary>The incident.</summary>
    /// <exception cref="RefusedException"><c>incident-not-found</c>.</exception>
    public async Task<IncidentState> GetAsync(IncidentId incident, CancellationToken cancellationToken) =>
        await FindAsync(incident, cancellationToken) ?? throw NotFound();

    /// <summary>Decides and appends; see <see cref="Journal{TState}"/>.</summary>
    public async Task<IncidentState?> AppendAsync(
        IncidentId incident, string actor, CommandId command, Func<IncidentState?, IReadOnlyList<LedgerEvent>> decide, CancellationToken cancellationToken) =>
        (await AppendAsync(incident.LedgerName, actor, command, decide, cancellationToken)).State;

    /// <summary>The answer to anyone who asks for an incident that is not there, or not theirs.</summary>
    public static RefusedException NotFound() => new("incident-not-found", "There is no such incident, or it is not yours to see.");

    /// <inheritdoc />
    protected override IncidentState Fold(IncidentState? state, LedgerLine line, LedgerEvent happened) =>
        state is null ? IncidentState.Open(happened, line.Seq, line.At, line.Actor) : state.Apply(happened, line.Seq, line.At, line.Actor);
}
