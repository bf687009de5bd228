using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Api.Intake;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>An officer reports an incident, or a partner what befell data that it sent or was handed.</summary>
public sealed class PostIncident(AccessGate gate, ReportIncident report)
{
    private const int MostBytes = 64 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        EitherCaller caller = await gate.AdmitEitherAsync(request, AccessAct.PostIncident, AccessTarget.None, cancellationToken);
        return caller.Partner is { } partner
            ? await ByPartnerAsync(partner, ApiJson.Parse<IncidentBody>(await request.ReadSignedBodyAsync(partner, MostBytes, cancellationToken)), cancellationToken)
            : await ByOfficerAsync(caller.Officer!, await ApiJson.ReadAsync<IncidentBody>(request, MostBytes, cancellationToken), cancellationToken);
    }

    private async Task<IResult> ByPartnerAsync(PartnerCaller caller, IncidentBody body, CancellationToken cancellationToken)
    {
        if (body.Case is null)
            throw RefusedException.Malformed("incident-malformed", "/case", "A partner names the case that the data are of.");
        if (body.Partner is not null || body.Officer is not null || body.Regime is not null)
            throw RefusedException.Malformed("incident-malformed", "", "A partner speaks for itself, and leaves the law to us: it names no partner, no officer and no regime.");
        IncidentState state = await report.ByPartnerAsync(
            caller.Partner, body.Cause, Parse.Case(body.Case), body.Item is null ? null : Parse.Item(body.Item), body.AwareAt, body.Description, cancellationToken);
        return Results.Json(new IncidentReportView(state.Incident.ToString(), state.OpenedAt), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> ByOfficerAsync(OfficerCaller caller, IncidentBody body, CancellationToken cancellationToken)
    {
        var place = new IncidentPlace(
            body.Case is null ? null : Parse.Case(body.Case), body.Item is null ? null : Parse.Item(body.Item),
            body.Partner is null ? null : Parse.Partner(body.Partner), body.Officer is null ? null : Parse.Officer(body.Officer));
        IncidentState state = await report.ByOfficerAsync(caller.Officer, body.Cause, place, body.Regime ?? LawRegime.Led, body.AwareAt, body.Description, cancellationToken);
        // Anyone may report what befell a case, or somebody; what more is known of it is for those who may know that, and never for whom it is about.
        Func<AccessCase?, bool> sees = await gate.SeesAsync(caller, AccessAct.GetIncident, cancellationToken);
        IResult answer = state.Concerns(caller.Officer) || !sees(place.Case is { } named ? AccessCase.OfNamed(named) : null)
            ? Results.Json(new IncidentReportView(state.Incident.ToString()), ApiJson.Options, statusCode: StatusCodes.Status201Created)
            : Results.Json(IncidentView.Of(state), ApiJson.Options, statusCode: StatusCodes.Status201Created);
        return new LocatedResult(answer, $"{ApiEndpoints.Base}/incidents/{state.Incident}");
    }
}
