using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>Closes an incident, or proposes to where it is of high severity.</summary>
public sealed class PostClosing(AccessGate gate, CloseIncident close)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostClosing, AccessTarget.OfIncident(incident), cancellationToken);
        ClosingBody body = await ApiJson.ReadAsync<ClosingBody>(request, MostBytes, cancellationToken);
        IncidentState state = await close.ProposeAsync(
            caller.Officer, Parse.Incident(incident), new IncidentClosing(body.Cause, body.Effect, body.Remedy, body.Change), cancellationToken);
        return Results.Json(IncidentView.Of(state), ApiJson.Options);
    }
}
