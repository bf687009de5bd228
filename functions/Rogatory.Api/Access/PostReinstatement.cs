using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostReinstatement(OfficerAuthentication officers, PartnerRegister register)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string partner, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Admin);
        PartnerProposal proposal = await register.ProposeReinstatementAsync(caller.Officer, Parse.Partner(partner), cancellationToken);
        return Results.Json(PartnerProposalView.Of(proposal), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
