using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Retention;

namespace Rogatory.Functions.Retention;

public sealed class CorrectionCalls(
    PostRestriction restrict, PostRestrictionLifting lift, PostRectification rectify, ListNotices list, PostNoticeAcknowledgement acknowledge)
{
    [Function(nameof(PostRestriction))]
    public Task<IResult> RestrictAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/items/{item}/restriction")] HttpRequest request, string @case, string item, CancellationToken stop) =>
        restrict.HandleAsync(request, @case, item, stop);

    [Function(nameof(PostRestrictionLifting))]
    public Task<IResult> LiftAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/items/{item}/restriction/lifting")] HttpRequest request, string @case, string item, CancellationToken stop) =>
        lift.HandleAsync(request, @case, item, stop);

    [Function(nameof(PostRectification))]
    public Task<IResult> RectifyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/items/{item}/rectification")] HttpRequest request, string @case, string item, CancellationToken stop) =>
        rectify.HandleAsync(request, @case, item, stop);

    [Function(nameof(ListNotices))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/notices")] HttpRequest request, CancellationToken stop) =>
        list.HandleAsync(request, stop);

    [Function(nameof(PostNoticeAcknowledgement))]
    public Task<IResult> AcknowledgeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/notices/{notice}/acknowledgement")] HttpRequest request, string notice, CancellationToken stop) =>
        acknowledge.HandleAsync(request, notice, stop);
}
