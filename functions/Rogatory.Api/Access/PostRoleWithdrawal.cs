using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostRoleWithdrawal(AccessGate gate, AuthorizeOfficer authorize, OfficerViews views)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostRoleWithdrawal, AccessTarget.OfOfficer(officer), cancellationToken);
        RoleWithdrawalBody body = await ApiJson.ReadAsync<RoleWithdrawalBody>(request, MostBytes, cancellationToken);
        await authorize.WithdrawAsync(caller.Officer, Parse.Officer(officer), body.Role, cancellationToken);
        return await views.AnswerAsync(Parse.Officer(officer), cancellationToken);
    }
}
