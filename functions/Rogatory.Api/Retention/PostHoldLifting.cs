using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class PostHoldLifting(AccessGate gate, LiftHold lift)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string hold, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostHoldLifting, AccessTarget.OfCase(@case), cancellationToken);
        LiftingBody body = await ApiJson.ReadAsync<LiftingBody>(request, MostBytes, cancellationToken);
        HoldState lifted = await lift.RunAsync(caller.Officer, Parse.Case(@case), Parse.Number(hold), body.Reasons, cancellationToken);
        return Results.Json(HoldView.Of(lifted), ApiJson.Options);
    }
}
