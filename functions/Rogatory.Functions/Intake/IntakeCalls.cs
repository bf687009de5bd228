using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Intake;

namespace Rogatory.Functions.Intake;

public sealed class IntakeCalls(PostRequest post, GetRequest get, GetRequestReceipt receipt)
{
    [Function(nameof(PostRequest))]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/requests")] HttpRequest request, CancellationToken stop) =>
        post.HandleAsync(request, stop);

    [Function(nameof(GetRequest))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/requests/{case}")] HttpRequest request, string @case, CancellationToken stop) =>
        get.HandleAsync(request, @case, stop);

    [Function(nameof(GetRequestReceipt))]
    public Task<IResult> GetReceiptAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/requests/{case}/receipt")] HttpRequest request, string @case, CancellationToken stop) =>
        receipt.HandleAsync(request, @case, stop);
}
