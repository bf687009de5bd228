using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>A partner reports what befell data that it sent or was handed.</summary>
public sealed class PostIncidentReport(AccessGate gate, ReportIncident report)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.PostIncidentReport, cancellationToken);
        var body = ApiJson.Parse<IncidentReportBody>(await request.ReadSignedBodyAsync(caller, MostBytes, cancellationToken));
        IncidentState state = await report.ByPartnerAsync(
            caller.Partner, body.Cause, Parse.Case(body.Case), body.Item is null ? null : Parse.Item(body.Item), body.AwareAt, body.Description, cancellationToken);
        return Results.Json(new IncidentReportView(state.Incident.ToString(), state.OpenedAt), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
