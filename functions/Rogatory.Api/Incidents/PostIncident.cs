using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Intake;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

public sealed class PostIncident(AccessGate gate, ReportIncident report)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostIncident, AccessTarget.None, cancellationToken);
        IncidentBody body = await ApiJson.ReadAsync<IncidentBody>(request, MostBytes, cancellationToken);
        var place = new IncidentPlace(
            body.Case is null ? null : Parse.Case(body.Case), body.Item is null ? null : Parse.Item(body.Item),
            body.Partner is null ? null : Parse.Partner(body.Partner), body.Officer is null ? null : Parse.Officer(body.Officer));
        IncidentState state = await report.ByOfficerAsync(caller.Officer, body.Cause, place, body.Regime, body.AwareAt, body.Description, cancellationToken);
        // Anyone may report what befell a case; what more is known of it is for those who may know the case.
        Func<AccessCase, bool> sees = await gate.SeesAsync(caller, AccessAct.GetIncident, cancellationToken);
        IncidentView view = IncidentView.Of(state);
        if (place.Case is { } named && !sees(AccessCase.OfNamed(named)))
            view = view with { Words = [], Affected = null, Clocks = [], Notices = [], Waivers = [], Measures = [] };
        return new LocatedResult(
            Results.Json(view, ApiJson.Options, statusCode: StatusCodes.Status201Created), $"{ApiEndpoints.Base}/incidents/{state.Incident}");
    }
}
