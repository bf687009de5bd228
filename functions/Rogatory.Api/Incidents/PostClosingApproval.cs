using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Api.Disclosure;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>Closes what another officer proposed to close, or does not.</summary>
public sealed class PostClosingApproval(OfficerAuthentication officers, CloseIncident close)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Approver, OfficerRole.Dpo);
        ApprovalBody body = await ApiJson.ReadAsync<ApprovalBody>(request, MostBytes, cancellationToken);
        IncidentId id = Parse.Incident(incident);
        IncidentState state = body.Decision == ApprovalDecision.Approve
            ? await close.ApproveAsync(caller.Officer, id, body.Reasons, cancellationToken)
            : await close.RejectAsync(caller.Officer, id, body.Reasons, cancellationToken);
        return Results.Json(IncidentView.Of(state), ApiJson.Options);
    }
}
