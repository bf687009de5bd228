using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

public sealed class PostOfficerProposal(AccessGate gate, AuthorizeOfficer authorize, OfficerRegister register, PolicySet policy)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostOfficerProposal, AccessTarget.OfOfficer(officer), cancellationToken);
        OfficerProposalBody body = await ApiJson.ReadAsync<OfficerProposalBody>(request, MostBytes, cancellationToken);
        await authorize.ProposeAsync(caller.Officer, Parse.Officer(officer), body.Roles, body.Unit, body.Clearance, cancellationToken);
        return Results.Json(OfficerView.Of((await register.GetAsync(cancellationToken)).Find(Parse.Officer(officer))!, policy.Access!), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
