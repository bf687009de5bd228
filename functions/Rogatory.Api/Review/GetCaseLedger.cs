using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Ledger;

namespace Rogatory.Api.Review;

public sealed class GetCaseLedger(OfficerAuthentication officers, Space space, ILedgerStore ledgers)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Auditor, OfficerRole.Dpo);
        CaseId id = Parse.Case(@case);
        space.RefuseOther(id);
        byte[] ledger = await ledgers.ReadAsync(id.ToString(), 0, cancellationToken);
        return ledger.Length > 0 ? Results.Bytes(ledger, "application/jsonl") : throw CaseJournal.NotFound();
    }
}
