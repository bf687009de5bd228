using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostConflict(AccessGate gate, AssignOfficer assign)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostConflict, AccessTarget.OfOfficer(officer, @case), cancellationToken);
        ConflictBody body = await ApiJson.ReadAsync<ConflictBody>(request, MostBytes, cancellationToken);
        await assign.DeclareConflictAsync(caller.Officer, Parse.Officer(officer), Parse.Case(@case), body.Kind, cancellationToken);
        return Results.NoContent();
    }
}
