using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostReinstatement(AccessGate gate, PartnerRegister register)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string partner, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostReinstatement, AccessTarget.None, cancellationToken);
        PartnerProposal proposal = await register.ProposeReinstatementAsync(caller.Officer, Parse.Partner(partner), cancellationToken);
        return Results.Json(PartnerProposalView.Of(proposal), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
