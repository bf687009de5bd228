using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Reports;

namespace Rogatory.Api.Reports;

public sealed class GetRegisterLedger(AccessGate gate, RegisterLedgers registers)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string register, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.GetRegisterLedger, AccessTarget.None, cancellationToken);
        return Results.Bytes(await registers.ReadAsync(caller.Officer, register, cancellationToken), "application/jsonl");
    }
}
