using System.Runtime.CompilerServices;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Core.Case;

/// <summary>The cases that may have a disclosure or a notice for a partner.</summary>
public sealed class PartnerCases(IProjectionStore projections, CaseJournal journal, OpenIncident incidents)
{
    /// <summary>Each as its ledger says. One whose ledger does not hold together is left out, so that the partner sees the others, and an incident is opened.</summary>
    public async IAsyncEnumerable<CaseState> ListAsync(PartnerId partner, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (ProjectionFound found in projections.ListAsync(cancellationToken))
        {
            if (Recipients.MayInclude(found.Tags, partner) && await FindAsync(found.Case, cancellationToken) is { } state)
                yield return state;
        }
    }

    private async Task<CaseState?> FindAsync(CaseId @case, CancellationToken cancellationToken)
    {
        try
        {
            return await journal.GetAsync(@case, cancellationToken);
        }
        catch (LedgerBrokenException)
        {
            await incidents.RunAsync(IncidentCause.LedgerBroken, @case, cancellationToken);
            return null;
        }
    }
}
