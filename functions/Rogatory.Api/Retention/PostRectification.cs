using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Review;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class PostRectification(AccessGate gate, RectifyItem rectify, PolicySet policy)
{
    private const int MostBytes = 2 * 1024 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostRectification, AccessTarget.OfItem(@case, item), cancellationToken);
        RectificationBody body = await ApiJson.ReadAsync<RectificationBody>(request, MostBytes, cancellationToken);
        CaseState state = await rectify.RunAsync(
            caller.Officer, Parse.Case(@case), Parse.Item(item), body.Ground, body.Citation, body.Reasons,
            new SentCorrection(body.Name, body.Type, body.Content), cancellationToken);
        return Results.Json(CaseView.Of(state, policy), ApiJson.Options);
    }
}
