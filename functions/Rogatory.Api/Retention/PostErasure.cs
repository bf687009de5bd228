using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;
using Rogatory.Core;

namespace Rogatory.Api.Retention;

public sealed class PostErasure(AccessGate gate, ProposeErasure propose, CaseJournal journal)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostErasure, AccessTarget.OfCase(@case), cancellationToken);
        ErasureBody body = await ApiJson.ReadAsync<ErasureBody>(request, MostBytes, cancellationToken);
        if (body.All != (body.Items is null or { Count: 0 }))
            throw RefusedException.Malformed("erasure-malformed", "/items", "Name what is to be erased, or say with all: true that it is all that the case holds; not both.");
        CaseId id = Parse.Case(@case);
        ErasureState proposed = await propose.RunAsync(
            caller.Officer, id, [.. (body.Items ?? []).Select(Parse.Item)], body.Ground, body.Citation, body.Reasons, cancellationToken);
        return Results.Json(ErasureView.Of(await journal.GetAsync(id, cancellationToken), proposed), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
