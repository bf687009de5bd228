using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Sealing;

namespace Rogatory.Functions.Sealing;

public sealed class SealingCalls(PutItem put)
{
    [Function(nameof(PutItem))]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/requests/{case}/items/{item}")] HttpRequest request,
        string @case,
        string item,
        CancellationToken stop) => put.HandleAsync(request, @case, item, stop);
}
