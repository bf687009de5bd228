using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class GetIncident(AccessGate gate, IncidentJournal incidents)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetIncident, AccessTarget.OfIncident(incident), cancellationToken);
        return Results.Json(IncidentView.Of(await incidents.GetAsync(Parse.Incident(incident), cancellationToken)), ApiJson.Options);
    }
}
