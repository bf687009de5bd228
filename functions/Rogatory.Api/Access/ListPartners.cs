using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class ListPartners(OfficerAuthentication officers, PartnerRegister register)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Admin, OfficerRole.Auditor);
        IReadOnlyCollection<PartnerRegistered> partners = await register.ListAsync(cancellationToken);
        return Results.Json(new PartnerList([.. partners.Select(PartnerDocument.Of)]), ApiJson.Options);
    }
}
