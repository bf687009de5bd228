using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostOfficerSuspension(AccessGate gate, AuthorizeOfficer authorize)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostOfficerSuspension, AccessTarget.OfOfficer(officer), cancellationToken);
        await authorize.SuspendAsync(caller.Officer, Parse.Officer(officer), cancellationToken);
        return Results.NoContent();
    }
}
