using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;
using Rogatory.Ledger;

namespace Rogatory.Api.Incidents;

public sealed class GetIncidentLedger(OfficerAuthentication officers, ILedgerStore ledgers)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Auditor, OfficerRole.Dpo, OfficerRole.Admin);
        byte[] ledger = await ledgers.ReadAsync(Parse.Incident(incident).LedgerName, 0, cancellationToken);
        return ledger.Length > 0 ? Results.Bytes(ledger, "application/jsonl") : throw IncidentJournal.NotFound();
    }
}
