using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class PostIncidentNoticeSending(AccessGate gate, SendNotice send)
{
    private const int MostBytes = 4096;

    public async Task<IResult> HandleAsync(HttpRequest request, string incident, string notice, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostIncidentNoticeSending, AccessTarget.OfIncident(incident), cancellationToken);
        NoticeSendingBody body = await ApiJson.ReadAsync<NoticeSendingBody>(request, MostBytes, cancellationToken);
        IncidentState state = await send.RunAsync(
            caller.Officer, Parse.Incident(incident), Parse.Number(notice), body.Digest, body.Channel, body.SentAt, cancellationToken);
        return Results.Json(IncidentView.Of(state), ApiJson.Options);
    }
}
