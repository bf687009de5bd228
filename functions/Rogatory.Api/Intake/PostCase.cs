using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Api.Review;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Intake;

public sealed class PostCase(OfficerAuthentication officers, OpenCase openCase, PolicySet policy, ApiLimits limits)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer);
        CaseKind kind = KindOf(request.Query["kind"]);
        PartnerId partner = Parse.Partner(request.Query["partner"].ToString());
        byte[] body = await ApiJson.ReadBytesAsync(request, limits.RequestBytes, cancellationToken);
        (CaseState state, bool created) = await openCase.RunAsync(caller.Officer, kind, partner, body, cancellationToken);
        CaseView view = CaseView.Of(state, policy);
        return created
            ? new LocatedResult(Results.Json(view, ApiJson.Options, statusCode: StatusCodes.Status201Created), $"/api/v1/cases/{view.Case}")
            : Results.Json(view, ApiJson.Options);
    }

    private static CaseKind KindOf(string? text) => text switch
    {
        "spontaneous" => CaseKind.Spontaneous,
        "outgoing" => CaseKind.Outgoing,
        _ => throw new RefusedException("query-malformed", "The query says kind=spontaneous or kind=outgoing, and partner, the id of the partner that the case is for."),
    };
}
