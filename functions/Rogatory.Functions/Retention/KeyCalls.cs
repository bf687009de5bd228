using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Retention;

namespace Rogatory.Functions.Retention;

public sealed class KeyCalls(PostRotation post, GetRotation get)
{
    [Function(nameof(PostRotation))]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/keys/rotations")] HttpRequest request, CancellationToken stop) =>
        post.HandleAsync(request, stop);

    [Function(nameof(GetRotation))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/keys/rotations/{rotation}")] HttpRequest request, string rotation, CancellationToken stop) =>
        get.HandleAsync(request, rotation, stop);
}
