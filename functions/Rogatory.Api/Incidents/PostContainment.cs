using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class PostContainment(OfficerAuthentication officers, ContainIncident contain)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Dpo, OfficerRole.Admin);
        ContainmentBody body = await ApiJson.ReadAsync<ContainmentBody>(request, MostBytes, cancellationToken);
        caller.Require(RolesFor(body.Measure));
        var target = new ContainmentTarget(
            body.Measure, body.Case is null ? null : Parse.Case(body.Case), body.Partner is null ? null : Parse.Partner(body.Partner),
            body.Officer is null ? null : Parse.Officer(body.Officer), body.Key);
        return Results.Json(IncidentView.Of(await contain.RunAsync(caller.Officer, Parse.Incident(incident), target, body.Reasons, cancellationToken)), ApiJson.Options);
    }

    // Who may do it elsewhere may do it here, and nobody else.
    private static OfficerRole[] RolesFor(ContainmentMeasure measure) => measure switch
    {
        ContainmentMeasure.WithdrawDisclosures => [OfficerRole.Reviewer, OfficerRole.Approver],
        ContainmentMeasure.HoldErasure => [OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Dpo],
        _ => [OfficerRole.Admin],
    };
}
