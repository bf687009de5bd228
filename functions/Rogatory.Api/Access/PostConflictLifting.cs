using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

public sealed class PostConflictLifting(AccessGate gate, AssignOfficer assign, OfficerRegister register, PolicySet policy)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostConflictLifting, AccessTarget.OfOfficer(officer, @case), cancellationToken);
        await assign.LiftConflictAsync(caller.Officer, Parse.Officer(officer), Parse.Case(@case), cancellationToken);
        return Results.Json(OfficerView.Of((await register.GetAsync(cancellationToken)).Find(Parse.Officer(officer))!, policy.Access!), ApiJson.Options);
    }
}
