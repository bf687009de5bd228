using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class PostHold(AccessGate gate, PlaceHold place)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostHold, AccessTarget.OfCase(@case), cancellationToken);
        HoldBody body = await ApiJson.ReadAsync<HoldBody>(request, MostBytes, cancellationToken);
        HoldState placed = await place.RunAsync(
            caller.Officer, Parse.Case(@case), [.. (body.Items ?? []).Select(Parse.Item)], body.Ground, body.Citation, body.Reasons, cancellationToken);
        return Results.Json(HoldView.Of(placed), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
