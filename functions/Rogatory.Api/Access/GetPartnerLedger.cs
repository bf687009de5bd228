using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Ledger;

namespace Rogatory.Api.Access;

public sealed class GetPartnerLedger(OfficerAuthentication officers, ILedgerStore ledgers)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Admin, OfficerRole.Auditor);
        return Results.Bytes(await ledgers.ReadAsync(PartnerRegister.LedgerName, 0, cancellationToken), "application/jsonl");
    }
}
