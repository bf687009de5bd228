using Microsoft.AspNetCore.Http;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

public sealed class ListOfficers(AccessGate gate, OfficerRegister register, PolicySet policy)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.ListOfficers, AccessTarget.None, cancellationToken);
        OfficerRegisterState state = await register.GetAsync(cancellationToken);
        return Results.Json(new OfficerList([.. state.Officers.Values.Select(one => OfficerView.Of(one, policy.Access!))]), ApiJson.Options);
    }
}
