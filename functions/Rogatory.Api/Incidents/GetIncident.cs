using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class GetIncident(AccessGate gate, IncidentJournal incidents)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.GetIncident, AccessTarget.OfIncident(incident), cancellationToken);
        IncidentState state = await incidents.GetAsync(Parse.Incident(incident), cancellationToken);
        state.RefuseConcerned(caller.Officer);
        return Results.Json(IncidentView.Of(state), ApiJson.Options);
    }
}
