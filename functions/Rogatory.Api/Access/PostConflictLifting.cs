using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostConflictLifting(AccessGate gate, AssignOfficer assign, OfficerViews views)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostConflictLifting, AccessTarget.OfOfficer(officer, @case), cancellationToken);
        await assign.LiftConflictAsync(caller.Officer, Parse.Officer(officer), Parse.Case(@case), cancellationToken);
        return await views.AnswerAsync(Parse.Officer(officer), cancellationToken);
    }
}
