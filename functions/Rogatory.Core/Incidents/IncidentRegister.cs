using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Core.Incidents;

/// <summary>The register of incidents: which there are, and which are open. What becomes of one stands in its own ledger.</summary>
/// <remarks>An incident is opened here first, and closed in its own ledger first; whoever is interrupted between the two is made up for by <see cref="WatchIncidents"/>.</remarks>
public sealed class IncidentRegister(ILedgerStore ledgers, TimeProvider time) : Journal<IncidentRegisterState>(ledgers, IncidentEvents.Codec, time)
{
    /// <summary>The ledger's name, which stands where a case's ledger has the case.</summary>
    public const string LedgerName = "incidents";

    /// <summary>The register as it is.</summary>
    /// <exception cref="LedgerBrokenException">It does not hold together.</exception>
    public async Task<IncidentRegisterState> LoadAsync(CancellationToken cancellationToken) =>
        (await LoadAsync(LedgerName, cancellationToken)).State ?? new IncidentRegisterState();

    /// <summary>Records an incident, unless one of its cause at its place is open.</summary>
    /// <returns>The incident that is open; null where another was opened and closed meanwhile.</returns>
    public async Task<IncidentOpened?> OpenAsync(string actor, IncidentOpened opened, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opened);
        Snapshot<IncidentRegisterState> after = await AppendAsync(LedgerName, actor, opened.Command, state =>
        {
            IncidentRegisterState at = state ?? new IncidentRegisterState();
            return at.FindOpen(opened.Cause, opened.Place) is null && at.NextOf(opened.Cause, opened.Place) == opened.Incident ? [opened] : [];
        }, cancellationToken);
        return after.State?.FindOpen(opened.Cause, opened.Place);
    }

    /// <summary>Records that an incident is closed, unless that is said.</summary>
    public Task SettleAsync(string actor, IncidentId incident, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("settle-incident", incident.ToString());
        return AppendAsync(LedgerName, actor, command, state =>
            state?.Open.Exists(one => one.Incident == incident) == true ? [new IncidentSettled { Command = command, Incident = incident }] : [], cancellationToken);
    }

    /// <inheritdoc />
    protected override IncidentRegisterState Fold(IncidentRegisterState? state, LedgerLine line, LedgerEvent happened) =>
        (state ?? new IncidentRegisterState()).Apply(happened, line.Seq);
}
