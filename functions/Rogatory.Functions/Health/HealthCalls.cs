using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Health;

namespace Rogatory.Functions.Health;

public sealed class HealthCalls(GetHealth health)
{
    [Function(nameof(GetHealth))]
    public Task<IResult> GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/health")] HttpRequest request, CancellationToken stop) =>
        health.HandleAsync(stop);
}
