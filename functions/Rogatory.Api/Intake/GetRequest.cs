using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Intake;

public sealed class GetRequest(AccessGate gate, CaseJournal journal, PolicySet policy)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.GetRequest, cancellationToken);
        CaseState state = await journal.GetAsync(Parse.Case(@case), cancellationToken);
        if (!state.IsFrom(caller.Partner))
            throw CaseJournal.NotFound();
        return Results.Json(RequestView.Of(state, policy), ApiJson.Options);
    }
}
