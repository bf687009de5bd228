using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Drills;

namespace Rogatory.Functions.Drills;

public sealed class DrillCalls(ListDrills list, PostDrill start, GetDrill status, PostDrillScore score)
{
    [Function(nameof(ListDrills))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/drills")] HttpRequest request, CancellationToken stop) =>
        list.HandleAsync(request, stop);

    [Function(nameof(PostDrill))]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/drills")] HttpRequest request, CancellationToken stop) =>
        start.HandleAsync(request, stop);

    [Function(nameof(GetDrill))]
    public Task<IResult> StatusAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/drills/{drill}")] HttpRequest request, string drill, CancellationToken stop) =>
        status.HandleAsync(request, drill, stop);

    [Function(nameof(PostDrillScore))]
    public Task<IResult> ScoreAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/drills/{drill}/score")] HttpRequest request, string drill, CancellationToken stop) =>
        score.HandleAsync(request, drill, stop);
}
