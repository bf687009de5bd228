using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Review;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class PostRestrictionLifting(AccessGate gate, RestrictItem restrict, PolicySet policy)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostRestrictionLifting, AccessTarget.OfItem(@case, item), cancellationToken);
        RestrictionLiftingBody body = await ApiJson.ReadAsync<RestrictionLiftingBody>(request, MostBytes, cancellationToken);
        CaseState state = await restrict.LiftAsync(
            caller.Officer, Parse.Case(@case), Parse.Item(item), body.Informed, body.InformedOn, body.Citation, body.Reasons, cancellationToken);
        return Results.Json(CaseView.Of(state, policy), ApiJson.Options);
    }
}
