using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Api.Disclosure;

public sealed class PostRecall(AccessGate gate, RecallDisclosure recall)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string disclosure, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostRecall, AccessTarget.OfDisclosure(disclosure), cancellationToken);
        RecallBody body = await ApiJson.ReadAsync<RecallBody>(request, MostBytes, cancellationToken);
        DisclosureId id = Parse.Disclosure(disclosure);
        CaseState state = await recall.RunAsync(caller.Officer, id, body.Measure, body.Citation, body.Reasons, cancellationToken);
        return Results.Json(DisclosureView.Of(state.Find(id)!), ApiJson.Options);
    }
}
