using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Api.Disclosure;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostOfficerDecision(AccessGate gate, AuthorizeOfficer authorize, OfficerViews views)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, string proposal, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostOfficerDecision, AccessTarget.OfOfficer(officer), cancellationToken);
        OfficerDecisionBody body = await ApiJson.ReadAsync<OfficerDecisionBody>(request, MostBytes, cancellationToken);
        await (body.Decision == ApprovalDecision.Approve
            ? authorize.ApproveAsync(caller.Officer, Parse.Officer(officer), Parse.Number(proposal), cancellationToken)
            : authorize.RejectAsync(caller.Officer, Parse.Officer(officer), Parse.Number(proposal), cancellationToken));
        return await views.AnswerAsync(Parse.Officer(officer), cancellationToken);
    }
}
