using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostGlass(AccessGate gate, BreakGlass glass, TimeProvider time)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostGlass, AccessTarget.OfCase(@case), cancellationToken);
        GlassBody body = await ApiJson.ReadAsync<GlassBody>(request, MostBytes, cancellationToken);
        return Results.Json(
            GlassView.Of(await glass.BreakAsync(caller.Officer, Parse.Case(@case), body.Reasons, cancellationToken), time.GetUtcNow()),
            ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
