using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Reports;

namespace Rogatory.Api.Reports;

public sealed class GetReport(OfficerAuthentication officers, MakeReport report, AuthorityDocument authority)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Auditor, OfficerRole.Dpo);
        return Results.Json(await report.RunAsync(authority.Name, ReportQuery.Period(request), cancellationToken), ApiJson.Options);
    }
}
