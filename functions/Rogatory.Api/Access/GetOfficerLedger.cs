using Microsoft.AspNetCore.Http;
using Rogatory.Core.Access;
using Rogatory.Ledger;

namespace Rogatory.Api.Access;

public sealed class GetOfficerLedger(AccessGate gate, ILedgerStore ledgers)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetOfficerLedger, AccessTarget.None, cancellationToken);
        return Results.Bytes(await ledgers.ReadAsync(OfficerRegister.LedgerName, 0, cancellationToken), "application/jsonl");
    }
}
