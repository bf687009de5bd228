using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostPartnerProposal(AccessGate gate, PartnerRegister register)
{
    private const int MostBytes = 128 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string partner, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostPartnerProposal, AccessTarget.None, cancellationToken);
        PartnerProposalBody body = await ApiJson.ReadAsync<PartnerProposalBody>(request, MostBytes, cancellationToken);
        PartnerProposal proposal = await register.ProposeAsync(caller.Officer, Parse.Partner(partner), body.ToEntry(), body.Replaces, cancellationToken);
        return Results.Json(PartnerProposalView.Of(proposal), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
