using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Review;

public sealed class GetCase(AccessGate gate, CaseJournal journal, PolicySet policy)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetCase, AccessTarget.OfCase(@case), cancellationToken);
        return Results.Json(CaseView.Of(await journal.GetAsync(Parse.Case(@case), cancellationToken), policy), ApiJson.Options);
    }
}
