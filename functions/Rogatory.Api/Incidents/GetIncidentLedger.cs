using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;
using Rogatory.Ledger;

namespace Rogatory.Api.Incidents;

public sealed class GetIncidentLedger(AccessGate gate, IncidentRegister register, IncidentJournal incidents, ILedgerStore ledgers)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.GetIncidentLedger, AccessTarget.OfIncident(incident), cancellationToken);
        IncidentId id = Parse.Incident(incident);
        if ((await register.LoadAsync(cancellationToken)).Find(id) is { } opened && opened.Officer == caller.Officer)
            throw IncidentState.Concerned();
        try
        {
            (await incidents.FindAsync(id, cancellationToken))?.RefuseConcerned(caller.Officer);
        }
        catch (LedgerBrokenException)
        {
            // Whoever looks into what is broken has to see it.
        }

        byte[] ledger = await ledgers.ReadAsync(id.LedgerName, 0, cancellationToken);
        return ledger.Length > 0 ? Results.Bytes(ledger, "application/jsonl") : throw IncidentJournal.NotFound();
    }
}
