using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;
using Rogatory.Ledger;

namespace Rogatory.Api.Incidents;

public sealed class GetIncidentLedger(AccessGate gate, ILedgerStore ledgers)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetIncidentLedger, AccessTarget.OfIncident(incident), cancellationToken);
        byte[] ledger = await ledgers.ReadAsync(Parse.Incident(incident).LedgerName, 0, cancellationToken);
        return ledger.Length > 0 ? Results.Bytes(ledger, "application/jsonl") : throw IncidentJournal.NotFound();
    }
}
