using Microsoft.AspNetCore.Http;
using Rogatory.Core.Access;
using Rogatory.Ledger;

namespace Rogatory.Api.Access;

public sealed class GetPartnerLedger(AccessGate gate, ILedgerStore ledgers)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetPartnerLedger, AccessTarget.None, cancellationToken);
        return Results.Bytes(await ledgers.ReadAsync(PartnerRegister.LedgerName, 0, cancellationToken), "application/jsonl");
    }
}
