using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Incidents;

namespace Rogatory.Functions.Incidents;

public sealed class IncidentNoticeCalls(
    PostIncidentNotice draft, PostIncidentNoticeSending send, PostIncidentWaiver waive)
{
    [Function(nameof(PostIncidentNotice))]
    public Task<IResult> DraftAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/incidents/{incident}/notices")] HttpRequest request, string incident, CancellationToken stop) =>
        draft.HandleAsync(request, incident, stop);

    [Function(nameof(PostIncidentNoticeSending))]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/incidents/{incident}/notices/{notice}/sending")] HttpRequest request, string incident, string notice, CancellationToken stop) =>
        send.HandleAsync(request, incident, notice, stop);

    [Function(nameof(PostIncidentWaiver))]
    public Task<IResult> WaiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/incidents/{incident}/waivers")] HttpRequest request, string incident, CancellationToken stop) =>
        waive.HandleAsync(request, incident, stop);
}
