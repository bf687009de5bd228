using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class PostKeeping(AccessGate gate, ReviewRetention review)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostKeeping, AccessTarget.OfCase(@case), cancellationToken);
        KeepingBody body = await ApiJson.ReadAsync<KeepingBody>(request, MostBytes, cancellationToken);
        return Results.Json(
            RetentionView.Of(await review.RunAsync(
                caller.Officer, Parse.Case(@case), body.KeepUntil, body.Ground, body.Citation, body.Reasons, cancellationToken)),
            ApiJson.Options);
    }
}
