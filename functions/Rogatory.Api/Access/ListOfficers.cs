using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class ListOfficers(OfficerAuthentication officers, OfficerRegister register)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Admin, OfficerRole.Auditor, OfficerRole.Dpo);
        return Results.Json(new OfficerList([.. (await register.ListAsync(cancellationToken)).Select(OfficerDocument.Of)]), ApiJson.Options);
    }
}
