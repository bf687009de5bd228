using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>Walks a sample, and what partners can collect, at an auditor's word; the timers walk the rest without being asked.</summary>
public sealed class PostPatrol(AccessGate gate, Patrol patrol, CopyPatrol copies)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.PostPatrol, AccessTarget.None, cancellationToken);
        PatrolReport report = await patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfCall, cancellationToken);
        PatrolReport ofCopies = await copies.RunAsync(PatrolBounds.OfCall, cancellationToken);
        return Results.Json(
            new PatrolView(report.Ledgers, report.Bodies, ofCopies.Copies, report.Bytes + ofCopies.Bytes, ofCopies.Removed, [.. report.Faults.Concat(ofCopies.Faults).Select(one =>
                new PatrolFaultView(ApiJson.Word(one.Cause), one.Case?.ToString(), one.Item?.ToString()))]),
            ApiJson.Options);
    }
}
