using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class PostContainment(AccessGate gate, ContainIncident contain)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string incident, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostContainment, AccessTarget.OfIncident(incident), cancellationToken);
        ContainmentBody body = await ApiJson.ReadAsync<ContainmentBody>(request, MostBytes, cancellationToken);
        // Who may do it elsewhere may do it here, and nobody else.
        await gate.ReadmitAsync(caller, ActOf(body.Measure), TargetOf(body), cancellationToken);
        var target = new ContainmentTarget(
            body.Measure, body.Case is null ? null : Parse.Case(body.Case), body.Partner is null ? null : Parse.Partner(body.Partner),
            body.Officer is null ? null : Parse.Officer(body.Officer), body.Key);
        return Results.Json(IncidentView.Of(await contain.RunAsync(caller.Officer, Parse.Incident(incident), target, body.Reasons, cancellationToken)), ApiJson.Options);
    }

    private static AccessTarget TargetOf(ContainmentBody body) =>
        body.Case is not null ? AccessTarget.OfCase(body.Case) : body.Officer is not null ? AccessTarget.OfOfficer(body.Officer) : AccessTarget.None;

    private static AccessAct ActOf(ContainmentMeasure measure) => measure switch
    {
        ContainmentMeasure.WithdrawDisclosures => AccessAct.PostWithdrawal,
        ContainmentMeasure.HoldErasure => AccessAct.PostHold,
        ContainmentMeasure.SuspendPartner => AccessAct.SuspendPartner,
        ContainmentMeasure.SuspendOfficer => AccessAct.PostOfficerSuspension,
        _ => AccessAct.PostRotation,
    };
}
