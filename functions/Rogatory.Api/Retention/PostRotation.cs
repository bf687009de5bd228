using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Intake;
using Rogatory.Core.Access;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>Begins a rotation, or answers with the one that is under way. The flow does the work.</summary>
public sealed class PostRotation(AccessGate gate, BeginRotation begin)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostRotation, AccessTarget.None, cancellationToken);
        KeyRotation rotation = await begin.RunAsync(caller.Officer, cancellationToken);
        return new LocatedResult(
            Results.Json(RotationView.Of(rotation), ApiJson.Options, statusCode: StatusCodes.Status202Accepted),
            $"{ApiEndpoints.Base}/keys/rotations/{rotation.Number}");
    }
}
