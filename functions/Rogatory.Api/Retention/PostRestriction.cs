using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Review;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class PostRestriction(AccessGate gate, RestrictItem restrict, PolicySet policy)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostRestriction, AccessTarget.OfItem(@case, item), cancellationToken);
        RestrictionBody body = await ApiJson.ReadAsync<RestrictionBody>(request, MostBytes, cancellationToken);
        CaseState state = await restrict.RestrictAsync(
            caller.Officer, Parse.Case(@case), Parse.Item(item), body.Ground, body.Citation, body.Reasons, cancellationToken);
        return Results.Json(CaseView.Of(state, policy), ApiJson.Options);
    }
}
