using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>Walks a sample at an auditor's word; the timers walk the rest without being asked.</summary>
public sealed class PostPatrol(OfficerAuthentication officers, Patrol patrol)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Auditor, OfficerRole.Dpo, OfficerRole.Admin);
        PatrolReport report = await patrol.RunAsync(PatrolScope.Sample, cancellationToken);
        return Results.Json(
            new PatrolView(report.Ledgers, report.Bodies, report.Bytes, [.. report.Faults.Select(one =>
                new PatrolFaultView(ApiJson.Word(one.Cause), one.Case?.ToString(), one.Item?.ToString()))]),
            ApiJson.Options);
    }
}
