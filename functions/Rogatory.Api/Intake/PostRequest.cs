using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Intake;

public sealed class PostRequest(AccessGate gate, OpenRequest openRequest, PolicySet policy, ApiLimits limits)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.PostRequest, cancellationToken);
        byte[] body = await request.ReadSignedBodyAsync(caller, limits.RequestBytes, cancellationToken);
        OpenedRequest opened = await openRequest.RunAsync(caller.Partner, body, cancellationToken);
        RequestView view = RequestView.Of(opened.State, policy);
        return opened.Created
            ? new LocatedResult(Results.Json(view, ApiJson.Options, statusCode: StatusCodes.Status201Created), $"/api/v1/requests/{view.Case}")
            : Results.Json(view, ApiJson.Options);
    }
}
