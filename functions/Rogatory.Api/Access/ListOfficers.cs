using Microsoft.AspNetCore.Http;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class ListOfficers(AccessGate gate, OfficerViews views)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.ListOfficers, AccessTarget.None, cancellationToken);
        return await views.ListAsync(cancellationToken);
    }
}
