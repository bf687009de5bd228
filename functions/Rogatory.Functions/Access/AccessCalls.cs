using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Access;

namespace Rogatory.Functions.Access;

public sealed class AccessCalls(GetAuthority authority, GetItemContent content)
{
    [Function(nameof(GetAuthority))]
    public Task<IResult> GetAuthorityAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/authority")] HttpRequest request, CancellationToken stop) =>
        authority.HandleAsync(stop);

    [Function(nameof(GetItemContent))]
    public Task<IResult> GetContentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/cases/{case}/items/{item}/content")] HttpRequest request,
        string @case,
        string item,
        CancellationToken stop) => content.HandleAsync(request, @case, item, stop);
}
