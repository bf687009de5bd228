using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostOfficerProposal(AccessGate gate, AuthorizeOfficer authorize, OfficerViews views)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostOfficerProposal, AccessTarget.OfOfficer(officer), cancellationToken);
        OfficerProposalBody body = await ApiJson.ReadAsync<OfficerProposalBody>(request, MostBytes, cancellationToken);
        await authorize.ProposeAsync(caller.Officer, Parse.Officer(officer), body.Roles, body.Unit, body.Clearance, cancellationToken);
        return await views.AnswerAsync(Parse.Officer(officer), cancellationToken, StatusCodes.Status201Created);
    }
}
