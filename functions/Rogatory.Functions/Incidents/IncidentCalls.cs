using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Incidents;

namespace Rogatory.Functions.Incidents;

public sealed class IncidentCalls(PostPatrol patrol)
{
    [Function(nameof(PostPatrol))]
    public Task<IResult> PatrolAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/patrols")] HttpRequest request, CancellationToken stop) =>
        patrol.HandleAsync(request, stop);
}
