using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class ListPartners(OfficerAuthentication officers, PartnerRegister register, TimeProvider time)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Admin, OfficerRole.Auditor);
        PartnerRegisterState state = await register.ReadAsync(cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        return Results.Json(new PartnerList([.. state.Proposals.Keys.Select(id => PartnerView.Of(state, PartnerId.Parse(id), now))]), ApiJson.Options);
    }
}
