using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Risk;

namespace Rogatory.Api.Access;

public sealed class SuspendPartner(OfficerAuthentication officers, PartnerRegister register, WakeCases wake)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string partner, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Admin);
        await register.SuspendAsync(caller.Officer, Parse.Partner(partner), cancellationToken);
        await wake.RunAsync(Parse.Partner(partner), cancellationToken);
        return Results.NoContent();
    }
}
