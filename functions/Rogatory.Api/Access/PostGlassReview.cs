using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostGlassReview(AccessGate gate, BreakGlass breaking, TimeProvider time)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string glass, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostGlassReview, AccessTarget.OfGlass(glass), cancellationToken);
        GlassReviewBody body = await ApiJson.ReadAsync<GlassReviewBody>(request, MostBytes, cancellationToken);
        return Results.Json(
            GlassView.Of(await breaking.ReviewAsync(caller.Officer, Parse.Number(glass), body.Outcome, body.Reasons, cancellationToken), time.GetUtcNow()), ApiJson.Options);
    }
}
