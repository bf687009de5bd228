using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Policy;

namespace Rogatory.Functions.Policy;

public sealed class PolicyCalls(GetPolicy get)
{
    [Function(nameof(GetPolicy))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/policies/{digest}")] HttpRequest request, string digest, CancellationToken stop) =>
        get.HandleAsync(digest, stop);
}
