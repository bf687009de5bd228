using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Incidents;

namespace Rogatory.Functions.Incidents;

public sealed class IncidentCalls(
    PostPatrol patrol, PostIncident report, ListIncidents list, GetIncident get, GetIncidentLedger ledger, PostContainment contain, PostClosing close, PostClosingApproval approve)
{
    [Function(nameof(PostPatrol))]
    public Task<IResult> PatrolAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/patrols")] HttpRequest request, CancellationToken stop) =>
        patrol.HandleAsync(request, stop);

    [Function(nameof(PostIncident))]
    public Task<IResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/incidents")] HttpRequest request, CancellationToken stop) =>
        report.HandleAsync(request, stop);

    [Function(nameof(ListIncidents))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/incidents")] HttpRequest request, CancellationToken stop) =>
        list.HandleAsync(request, stop);

    [Function(nameof(GetIncident))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/incidents/{incident}")] HttpRequest request, string incident, CancellationToken stop) =>
        get.HandleAsync(request, incident, stop);

    [Function(nameof(GetIncidentLedger))]
    public Task<IResult> LedgerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/incidents/{incident}/ledger")] HttpRequest request, string incident, CancellationToken stop) =>
        ledger.HandleAsync(request, incident, stop);

    [Function(nameof(PostContainment))]
    public Task<IResult> ContainAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/incidents/{incident}/containment")] HttpRequest request, string incident, CancellationToken stop) =>
        contain.HandleAsync(request, incident, stop);

    [Function(nameof(PostClosing))]
    public Task<IResult> CloseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/incidents/{incident}/closings")] HttpRequest request, string incident, CancellationToken stop) =>
        close.HandleAsync(request, incident, stop);

    [Function(nameof(PostClosingApproval))]
    public Task<IResult> ApproveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/incidents/{incident}/closings/{closing}/approvals")] HttpRequest request, string incident, string closing, CancellationToken stop) =>
        approve.HandleAsync(request, incident, closing, stop);
}
