using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class PostIncidentWaiver(OfficerAuthentication officers, WaiveNotice waive)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Approver, OfficerRole.Dpo);
        WaiverBody body = await ApiJson.ReadAsync<WaiverBody>(request, MostBytes, cancellationToken);
        IncidentState state = await waive.RunAsync(
            caller.Officer, Parse.Incident(incident), body.Kind, body.Partner is null ? null : Parse.Partner(body.Partner), body.Ground, body.Citation, body.Reasons, cancellationToken);
        return Results.Json(IncidentView.Of(state), ApiJson.Options);
    }
}
