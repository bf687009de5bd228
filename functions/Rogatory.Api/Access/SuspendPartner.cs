using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Risk;

namespace Rogatory.Api.Access;

public sealed class SuspendPartner(AccessGate gate, PartnerRegister register, WakeCases wake)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string partner, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.SuspendPartner, AccessTarget.None, cancellationToken);
        await register.SuspendAsync(caller.Officer, Parse.Partner(partner), cancellationToken);
        await wake.RunAsync(Parse.Partner(partner), cancellationToken);
        return Results.NoContent();
    }
}
