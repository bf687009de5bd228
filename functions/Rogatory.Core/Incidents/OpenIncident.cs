using System.Globalization;
using Rogatory.Core.Case;
using Rogatory.Core.Flow;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Incidents;

/// <summary>Opens incidents, each in a ledger of its own, and wakes the case that one is about: it is at a higher risk.</summary>
public sealed class OpenIncident(IncidentRegister register, IncidentJournal incidents, PolicySet policy, ICaseQueue queue, TimeProvider time)
{
    // Each round that is lost means that another closed one incident of this cause at this place, and one more was met.
    private const int MostRounds = 100;

    private readonly IncidentPolicy _policy = policy.Incidents ?? throw new PolicyException("Incidents.incidents.json", "there is no pack of incidents");

    /// <summary>Opens an incident of a case, or of none.</summary>
    public Task RunAsync(IncidentCause cause, CaseId? @case, CancellationToken cancellationToken) => RunAsync(cause, @case, item: null, cancellationToken);

    /// <summary>Opens an incident that the program met.</summary>
    public Task RunAsync(IncidentCause cause, CaseId? @case, ItemId? item, CancellationToken cancellationToken) =>
        MeetAsync(new IncidentReport(cause, new IncidentPlace(@case, item)), cancellationToken);

    /// <summary>Opens an incident that the program met. One that is open, and whose own ledger does not hold together, keeps the program from nothing: the register says that it is open.</summary>
    /// <exception cref="LedgerBrokenException">The register does not hold together.</exception>
    public async Task<IncidentId> MeetAsync(IncidentReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            return (await RunAsync(report, cancellationToken)).Incident;
        }
        catch (LedgerBrokenException broken) when (broken.Ledger != IncidentRegister.LedgerName)
        {
            // The watch opens one about that ledger.
            return (await register.LoadAsync(cancellationToken)).FindOpen(report.Cause, report.Place)?.Incident ?? throw new StorageUnavailableException("ledger");
        }
    }

    /// <summary>
    /// Opens an incident, or finds the one of the same cause at the same place that is open. That it was met again is recorded once a day, and
    /// whenever a person reports it in words; so who repeats it can't fill the ledger.
    /// </summary>
    /// <exception cref="RefusedException"><c>too-many-reports</c>.</exception>
    /// <exception cref="LedgerBrokenException">The register, or the incident's ledger, does not hold together.</exception>
    public async Task<IncidentState> RunAsync(IncidentReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        for (int round = 0; round < MostRounds; round++)
        {
            IncidentRegisterState known = await register.LoadAsync(cancellationToken);
            IncidentOpened wanted = Describe(report, known);
            IncidentOpened? open = known.FindOpen(report.Cause, report.Place) ?? await register.OpenAsync(report.Actor, wanted, cancellationToken);
            if (open is null)
                continue;
            bool isFirst = open == wanted;
            IncidentState state = await BeginAsync(open, report.Actor, cancellationToken);
            if (!state.IsClosed && !isFirst)
                state = await SightAsync(state, report, cancellationToken);
            if (state.IsClosed)
            {
                // Closed meanwhile, perhaps, and what is reported now is not what was looked into.
                await register.SettleAsync(report.Actor, open.Incident, cancellationToken);
                continue;
            }

            if (isFirst)
                await WakeAsync(open);
            return state;
        }

        throw new StorageUnavailableException("ledger");
    }

    internal static RefusedException TooManyReports() => new("too-many-reports", "So many such reports are open that no more is taken down.");

    /// <summary>The incidents on record that are not closed, oldest first.</summary>
    public async Task<IReadOnlyList<IncidentOpened>> ListAsync(CancellationToken cancellationToken) => (await register.LoadAsync(cancellationToken)).Open;

    /// <summary>The incident's own ledger, which begins with what the register says of it, however far whoever opened it came.</summary>
    internal async Task<IncidentState> BeginAsync(IncidentOpened open, string actor, CancellationToken cancellationToken) =>
        (await incidents.AppendAsync(open.Incident, actor, open.Command, state =>
            state is null ? [open, .. IncidentDecider.FirstClocks(open, _policy).Select(one => one with { Command = open.Command })] : [], cancellationToken))!;

    private IncidentOpened Describe(IncidentReport report, IncidentRegisterState known)
    {
        IncidentId incident = known.NextOf(report.Cause, report.Place);
        CauseRule rule = _policy.Of(report.Cause);
        DateTimeOffset now = time.GetUtcNow();
        return new IncidentOpened
        {
            Command = CommandId.Derive("open-incident", incident.ToString()),
            Incident = incident,
            Cause = report.Cause,
            Severity = rule.Severity,
            Breach = rule.Breach,
            Regime = report.Regime,
            AwareAt = AwareAt(report, now),
            Case = report.Place.Case,
            Item = report.Place.Item,
            Partner = report.Place.Partner,
            Officer = report.Place.Officer,
            Words = report.Words,
        };
    }

    private async Task<IncidentState> SightAsync(IncidentState state, IncidentReport report, CancellationToken cancellationToken)
    {
        string day = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        CommandId command = CommandId.Derive("sight-incident", state.Incident.ToString(), report.Words?.ToString() ?? day);
        return (await incidents.AppendAsync(state.Incident, report.Actor, command, newest =>
        {
            if (newest!.IsClosed || (report.Words is null && DayOf(newest.SightedAt) == day))
                return [];
            if (report.Words is not null && newest.Reports.Count >= IncidentState.MostReports)
                throw TooManyReports();
            return [new IncidentSighted { Command = command, Words = report.Words, AwareAt = report.Words is null ? null : AwareAt(report, time.GetUtcNow()) }];
        }, cancellationToken))!;
    }

    private async Task WakeAsync(IncidentOpened open)
    {
        // One that stands still is not woken by saying so.
        if (open is not { Case: { } @case, Breach: true })
            return;
        try
        {
            await queue.WakeAsync(@case, ledgerLength: 0, CancellationToken.None);
        }
        catch (StorageUnavailableException)
        {
            // The incident stands, and no case waits longer than a day.
        }
    }

    private static DateTimeOffset AwareAt(IncidentReport report, DateTimeOffset now) => (report.AwareAt is { } aware && aware < now ? aware : now).ToUniversalTime();

    private static string DayOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
