using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Disclosure;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>Closes what another officer proposed to close, or does not.</summary>
public sealed class PostClosingApproval(AccessGate gate, CloseIncident close)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string incident, string closing, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostClosingApproval, AccessTarget.OfIncident(incident), cancellationToken);
        ApprovalBody body = await ApiJson.ReadAsync<ApprovalBody>(request, MostBytes, cancellationToken);
        IncidentId id = Parse.Incident(incident);
        IncidentState state = body.Decision == ApprovalDecision.Approve
            ? await close.ApproveAsync(caller.Officer, id, Parse.Number(closing), body.Reasons, cancellationToken)
            : await close.RejectAsync(caller.Officer, id, Parse.Number(closing), body.Reasons, cancellationToken);
        return Results.Json(IncidentView.Of(state), ApiJson.Options);
    }
}
