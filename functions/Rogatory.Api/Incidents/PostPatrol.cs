using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>Walks a sample, or the case that the query names, and what partners can collect, at an auditor's word; the timers walk the rest without being asked.</summary>
public sealed class PostPatrol(AccessGate gate, Patrol patrol, CopyPatrol copies)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.PostPatrol, AccessTarget.None, cancellationToken);
        string? @case = request.Query["case"];
        PatrolReport report = @case is null
            ? await patrol.RunAsync(PatrolScope.Sample, PatrolBounds.OfCall, cancellationToken)
            : await patrol.RunAsync(Parse.Case(@case), PatrolBounds.OfCall, cancellationToken);
        PatrolReport ofCopies = await copies.RunAsync(PatrolBounds.OfCall, cancellationToken);
        return Results.Json(
            new PatrolView(report.Ledgers, report.Bodies, report.Unread, ofCopies.Copies, report.Bytes + ofCopies.Bytes, ofCopies.Removed, [.. report.Faults.Concat(ofCopies.Faults).Select(one =>
                new PatrolFaultView(ApiJson.Word(one.Cause), one.Case?.ToString(), one.Item?.ToString()))]),
            ApiJson.Options);
    }
}
