using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rogatory.Api.Disclosure;

namespace Rogatory.Api.Incidents;

/// <summary>The part of the table of calls that is about incidents.</summary>
internal static class IncidentEndpoints
{
    private const string Json = "application/json";

    public static void MapIncidents(this IEndpointRouteBuilder api)
    {
        api.MapPost("/incidents", (PostIncident handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .WithName("PostIncident").WithSummary("An officer reports an incident, or a partner what befell data that it sent or was handed; one of the same cause at the same place that is open is met again")
            .Produces<IncidentReportView>(StatusCodes.Status201Created).Produces<IncidentView>(StatusCodes.Status201Created).Refuses().Accepts<IncidentBody>(Json).Signed();
        api.MapGet("/incidents", (ListIncidents handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<IncidentList>("ListIncidents", "The incidents that are open, the worst first; with state=all the closed ones too");
        api.MapGet("/incidents/{incident}", (GetIncident handler, HttpRequest request, string incident, CancellationToken stop) => handler.HandleAsync(request, incident, stop))
            .Says<IncidentView>("GetIncident", "One incident: what it affects, its clocks, notices, measures and closing").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/incidents/{incident}/ledger", (GetIncidentLedger handler, HttpRequest request, string incident, CancellationToken stop) => handler.HandleAsync(request, incident, stop))
            .Says("GetIncidentLedger", "The incident's ledger, a line an entry", "application/jsonl").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/incidents/{incident}/notices", (PostIncidentNotice handler, HttpRequest request, string incident, CancellationToken stop) => handler.HandleAsync(request, incident, stop))
            .WithName("PostIncidentNotice").WithSummary("Drafts a notice with the content that its article demands, filled in from the ledgers")
            .Produces<IncidentNoticeView>(StatusCodes.Status201Created).Refuses().Conflicts().Accepts<IncidentNoticeBody>(Json);
        api.MapPost("/incidents/{incident}/notices/{notice}/sending", (PostIncidentNoticeSending handler, HttpRequest request, string incident, string notice, CancellationToken stop) => handler.HandleAsync(request, incident, notice, stop))
            .Says<IncidentView>("PostIncidentNoticeSending", "Says that a drafted notice was sent: once, by its digest").Conflicts().Accepts<NoticeSendingBody>(Json);
        api.MapPost("/incidents/{incident}/waivers", (PostIncidentWaiver handler, HttpRequest request, string incident, CancellationToken stop) => handler.HandleAsync(request, incident, stop))
            .Says<IncidentView>("PostIncidentWaiver", "Says why a notice is not sent, on a ground that the article knows").Conflicts().Accepts<WaiverBody>(Json);
        api.MapPost("/incidents/{incident}/containment", (PostContainment handler, HttpRequest request, string incident, CancellationToken stop) => handler.HandleAsync(request, incident, stop))
            .Says<IncidentView>("PostContainment", "Takes a measure against the incident: suspends, withdraws, holds, rotates or disables").Conflicts().Accepts<ContainmentBody>(Json);
        api.MapPost("/incidents/{incident}/closings", (PostClosing handler, HttpRequest request, string incident, CancellationToken stop) => handler.HandleAsync(request, incident, stop))
            .Says<IncidentView>("PostClosing", "Closes the incident with cause, effect, remedy and change; where it is of high severity, proposes to").Conflicts().Accepts<ClosingBody>(Json);
        api.MapPost("/incidents/{incident}/closings/{closing}/approvals", (PostClosingApproval handler, HttpRequest request, string incident, string closing, CancellationToken stop) => handler.HandleAsync(request, incident, closing, stop))
            .Says<IncidentView>("PostClosingApproval", "Closes the incident that another officer proposed to close, or does not").Conflicts().Accepts<ApprovalBody>(Json);
    }
}
