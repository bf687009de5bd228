using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class PostErasure(OfficerAuthentication officers, ProposeErasure propose)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer, OfficerRole.Dpo);
        ErasureBody body = await ApiJson.ReadAsync<ErasureBody>(request, MostBytes, cancellationToken);
        ErasureState proposed = await propose.RunAsync(
            caller.Officer, Parse.Case(@case), [.. (body.Items ?? []).Select(Parse.Item)], body.Ground, body.Citation, body.Reasons, cancellationToken);
        return Results.Json(ErasureView.Of(proposed), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
