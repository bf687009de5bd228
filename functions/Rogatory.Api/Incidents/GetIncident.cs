using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class GetIncident(OfficerAuthentication officers, IncidentJournal incidents)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Auditor, OfficerRole.Dpo, OfficerRole.Admin);
        return Results.Json(IncidentView.Of(await incidents.GetAsync(Parse.Incident(incident), cancellationToken)), ApiJson.Options);
    }
}
