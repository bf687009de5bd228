using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Review;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core;

namespace Rogatory.Api.Intake;

public sealed class PostCase(AccessGate gate, OpenCase openCase, AssignOfficer assign, PolicySet policy, ApiLimits limits)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostCase, AccessTarget.None, cancellationToken);
        CaseKind kind = KindOf(request.Query["kind"]);
        PartnerId partner = Parse.Partner(request.Query["partner"].ToString());
        byte[] body = await ApiJson.ReadBytesAsync(request, limits.RequestBytes, cancellationToken);
        (CaseState state, bool created) = await openCase.RunAsync(caller.Officer, kind, partner, body, cancellationToken);
        await assign.AssignOpenerAsync(caller.Officer, state.Case, cancellationToken);
        // Who sends the opening again sees what became of the case only as anyone else does.
        if (!created)
            await gate.ReadmitAsync(caller, AccessAct.GetCase, AccessTarget.OfCase(state.Case.ToString()), cancellationToken);
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
