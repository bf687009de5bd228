using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

public sealed class PostRoleWithdrawal(AccessGate gate, AuthorizeOfficer authorize, OfficerRegister register, PolicySet policy)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostRoleWithdrawal, AccessTarget.OfOfficer(officer), cancellationToken);
        RoleWithdrawalBody body = await ApiJson.ReadAsync<RoleWithdrawalBody>(request, MostBytes, cancellationToken);
        await authorize.WithdrawAsync(caller.Officer, Parse.Officer(officer), body.Role, cancellationToken);
        return Results.Json(OfficerView.Of((await register.GetAsync(cancellationToken)).Find(Parse.Officer(officer))!, policy.Access!), ApiJson.Options);
    }
}
