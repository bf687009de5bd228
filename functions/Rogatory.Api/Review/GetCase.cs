using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Review;

public sealed class GetCase(OfficerAuthentication officers, CaseJournal journal, PolicySet policy)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Intake, OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Auditor, OfficerRole.Dpo);
        return Results.Json(CaseView.Of(await journal.GetAsync(Parse.Case(@case), cancellationToken), policy), ApiJson.Options);
    }
}
