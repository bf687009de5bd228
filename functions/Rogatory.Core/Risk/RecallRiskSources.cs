using System.Collections.Concurrent;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Risk;

/// <summary>Reads what assessments rest on beside the case: the partner register and the incidents, as they were a few seconds ago.</summary>
public sealed class RecallRiskSources(PartnerRegister partners, OpenIncident incidents, CaseJournal journal, PolicySet policy, HomeAuthority home, TimeProvider time)
{
    // Every case that rests asks for it each time, and a transfer check before each step of a disclosure.
    private static readonly TimeSpan RecalledFor = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<CaseId, PartnerId> _partners = new();
    private volatile Recalled? _recalled;

    /// <summary>As they were a few seconds ago.</summary>
    /// <exception cref="LedgerBrokenException">A register does not hold together.</exception>
    public async Task<RiskSources> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_recalled is { } recalled && now < recalled.At + RecalledFor)
            return recalled.Sources;
        Dictionary<string, PartnerRegistered> registered = (await partners.ListAsync(cancellationToken)).ToDictionary(one => one.Partner.ToString());
        var about = new List<RiskIncident>();
        foreach (IncidentOpened one in (await incidents.ListAsync(cancellationToken)).Where(one => one.Case is not null))
            about.Add(new RiskIncident(one.Case!.Value, await PartnerOfAsync(one.Case.Value, cancellationToken), one.Severity == IncidentSeverity.High));
        var sources = new RiskSources(policy, home.State, registered, [.. about.Distinct()]);
        _recalled = new Recalled(sources, now);
        return sources;
    }

    private async Task<PartnerId?> PartnerOfAsync(CaseId @case, CancellationToken cancellationToken)
    {
        if (_partners.TryGetValue(@case, out PartnerId known))
            return known;
        try
        {
            return (await journal.LoadAsync(@case, cancellationToken)).State is { } state ? _partners.GetOrAdd(@case, state.Partner) : null;
        }
        catch (LedgerBrokenException)
        {
            // Whoever advances that case opens an incident of it.
            return null;
        }
    }

    private sealed record Recalled(RiskSources Sources, DateTimeOffset At);
}
