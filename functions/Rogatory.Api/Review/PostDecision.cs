using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;
using Rogatory.Core.Review;

namespace Rogatory.Api.Review;

public sealed class PostDecision(AccessGate gate, DecideRequest decide, PolicySet policy)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostDecision, AccessTarget.OfCase(@case), cancellationToken);
        DecisionBody body = await ApiJson.ReadAsync<DecisionBody>(request, MostBytes, cancellationToken);
        CaseState state = await decide.RunAsync(
            caller.Officer, Parse.Case(@case), new ProposedDecision(body.Decision, body.Ground, body.Citation, body.Reasons), cancellationToken);
        return Results.Json(CaseView.Of(state, policy), ApiJson.Options);
    }
}
