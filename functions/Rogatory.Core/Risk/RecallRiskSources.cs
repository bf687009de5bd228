using System.Collections.Concurrent;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Risk;

/// <summary>Reads what assessments rest on beside the case: the partner register and the incidents, as they are, since a case that was woken by a change of them would not look again for a day.</summary>
public sealed class RecallRiskSources(PartnerRegister partners, OpenIncident incidents, CaseJournal journal, PolicySet policy, HomeAuthority home)
{
    private readonly ConcurrentDictionary<CaseId, PartnerId> _partners = new();
    private volatile Told? _told;

    /// <summary>As they are.</summary>
    /// <exception cref="LedgerBrokenException">A register does not hold together.</exception>
    public async Task<RiskSources> RunAsync(CancellationToken cancellationToken)
    {
        PartnerRegisterState registered = await partners.ReadAsync(cancellationToken);
        return new RiskSources(policy, home.State, registered.Partners, await AboutAsync(await incidents.ListAsync(cancellationToken), cancellationToken));
    }

    // Every case that rests asks for it each time, and most often there is no other incident.
    private async Task<IReadOnlyList<RiskIncident>> AboutAsync(IReadOnlyList<IncidentOpened> open, CancellationToken cancellationToken)
    {
        if (_told is { } told && ReferenceEquals(told.Open, open))
            return told.About;
        var about = new List<RiskIncident>();
        foreach (IncidentOpened one in open.Where(one => (one.Case is not null || one.Partner is not null) && (one.Breach || one.Cause == IncidentCause.WorkPoisoned)))
            about.Add(new RiskIncident(one.Case, one.Partner ?? await PartnerOfAsync(one.Case!.Value, cancellationToken), one.Breach, one.IsOfLedger));
        about = [.. about.Distinct()];
        _told = about.TrueForAll(one => one.Partner is not null) ? new Told(open, about) : null;
        return about;
    }

    private async Task<PartnerId?> PartnerOfAsync(CaseId @case, CancellationToken cancellationToken)
    {
        if (_partners.TryGetValue(@case, out PartnerId known))
            return known;
        try
        {
            return (await journal.LoadAsync(@case, cancellationToken)).State is { } state ? _partners.GetOrAdd(@case, state.Partner) : null;
        }
        catch (Exception unreadable) when (unreadable is LedgerBrokenException or RefusedException)
        {
            // Whoever advances that case opens an incident of it; one of the other space is nobody's here.
            return null;
        }
    }

    private sealed record Told(IReadOnlyList<IncidentOpened> Open, IReadOnlyList<RiskIncident> About);
}
