using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class PostIncidentWaiver(AccessGate gate, WaiveNotice waive)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostIncidentWaiver, AccessTarget.OfIncident(incident), cancellationToken);
        WaiverBody body = await ApiJson.ReadAsync<WaiverBody>(request, MostBytes, cancellationToken);
        IncidentState state = await waive.RunAsync(
            caller.Officer, Parse.Incident(incident),
            new NoticeWaiver(body.Kind, body.Partner is null ? null : Parse.Partner(body.Partner), body.Ground, body.Citation, body.Until), body.Reasons, cancellationToken);
        return Results.Json(IncidentView.Of(state), ApiJson.Options);
    }
}
