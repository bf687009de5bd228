using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Access;

namespace Rogatory.Functions.Access;

public sealed class GlassCalls(PostGlass post, ListGlass list, PostGlassReview review)
{
    [Function(nameof(PostGlass))]
    public Task<IResult> BreakAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/glass")] HttpRequest request, string @case, CancellationToken stop) =>
        post.HandleAsync(request, @case, stop);

    [Function(nameof(ListGlass))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/glass")] HttpRequest request, CancellationToken stop) =>
        list.HandleAsync(request, stop);

    [Function(nameof(PostGlassReview))]
    public Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/glass/{glass}/review")] HttpRequest request, string glass, CancellationToken stop) =>
        review.HandleAsync(request, glass, stop);
}
