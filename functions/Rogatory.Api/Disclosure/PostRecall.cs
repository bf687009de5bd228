using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Api.Disclosure;

public sealed class PostRecall(OfficerAuthentication officers, RecallDisclosure recall)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string disclosure, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Dpo);
        RecallBody body = await ApiJson.ReadAsync<RecallBody>(request, MostBytes, cancellationToken);
        DisclosureId id = Parse.Disclosure(disclosure);
        CaseState state = await recall.RunAsync(caller.Officer, id, body.Measure, body.Citation, body.Reasons, cancellationToken);
        return Results.Json(DisclosureView.Of(state.Find(id)!), ApiJson.Options);
    }
}
