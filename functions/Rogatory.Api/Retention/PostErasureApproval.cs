using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Disclosure;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class PostErasureApproval(AccessGate gate, ApproveErasure approve, CaseJournal journal)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string erasure, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostErasureApproval, AccessTarget.OfCase(@case), cancellationToken);
        ApprovalBody body = await ApiJson.ReadAsync<ApprovalBody>(request, MostBytes, cancellationToken);
        CaseId id = Parse.Case(@case);
        int number = Parse.Number(erasure);
        ErasureState state = body.Decision == ApprovalDecision.Approve
            ? await approve.ApproveAsync(caller.Officer, id, number, body.Reasons, cancellationToken)
            : await approve.RejectAsync(caller.Officer, id, number, body.Reasons, cancellationToken);
        return Results.Json(ErasureView.Of(await journal.GetAsync(id, cancellationToken), state), ApiJson.Options);
    }
}
