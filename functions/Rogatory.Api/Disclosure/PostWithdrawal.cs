using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Api.Disclosure;

public sealed class PostWithdrawal(AccessGate gate, ApproveDisclosure approve)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string disclosure, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostWithdrawal, AccessTarget.OfDisclosure(disclosure), cancellationToken);
        WithdrawalBody body = await ApiJson.ReadAsync<WithdrawalBody>(request, MostBytes, cancellationToken);
        DisclosureId id = Parse.Disclosure(disclosure);
        CaseState state = await approve.WithdrawAsync(caller.Officer, id, body.Reasons, cancellationToken);
        return Results.Json(DisclosureView.Of(state.Find(id)!), ApiJson.Options);
    }
}
