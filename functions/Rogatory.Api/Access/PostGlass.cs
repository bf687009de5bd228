using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>Whether there is such a case is learned by breaking the glass, which is on record, and not before.</summary>
public sealed class PostGlass(AccessGate gate, BreakGlass glass, TimeProvider time)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        AccessTarget target = AccessTarget.OfCase(@case) with { Missing = null };
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostGlass, target, cancellationToken);
        GlassBody body = await ApiJson.ReadAsync<GlassBody>(request, MostBytes, cancellationToken);
        return Results.Json(
            GlassView.Of(await glass.BreakAsync(caller.Officer, Parse.Case(@case), body.Reasons, cancellationToken), time.GetUtcNow()),
            ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
