using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

/// <summary>What the register has of the officer who asks.</summary>
public sealed class GetOwnEntry(AccessGate gate, OfficerViews views)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.GetOwnEntry, AccessTarget.None, cancellationToken);
        return await views.OwnAsync(caller.Officer, cancellationToken);
    }
}
