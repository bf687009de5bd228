using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Risk;

namespace Rogatory.Functions.Risk;

public sealed class RiskCalls(GetRisk get)
{
    [Function(nameof(GetRisk))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/cases/{case}/risk")] HttpRequest request, string @case, CancellationToken stop) =>
        get.HandleAsync(request, @case, stop);
}
