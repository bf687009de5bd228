using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Reports;

namespace Rogatory.Api.Reports;

public sealed class GetReport(AccessGate gate, MakeReport report, AuthorityDocument authority)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetReport, AccessTarget.None, cancellationToken);
        return Results.Json(await report.RunAsync(authority.Name, ReportQuery.Period(request), cancellationToken), ApiJson.Options);
    }
}
