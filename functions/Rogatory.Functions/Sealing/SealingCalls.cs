using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Sealing;

namespace Rogatory.Functions.Sealing;

public sealed class SealingCalls(PutItem put, PutCaseItem add, PostUpload upload, PostUploadCompletion completion)
{
    [Function(nameof(PutItem))]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/requests/{case}/items/{item}")] HttpRequest request,
        string @case,
        string item,
        CancellationToken stop) => put.HandleAsync(request, @case, item, stop);

    [Function(nameof(PutCaseItem))]
    public Task<IResult> AddAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/cases/{case}/items/{item}")] HttpRequest request,
        string @case,
        string item,
        CancellationToken stop) => add.HandleAsync(request, @case, item, stop);

    [Function(nameof(PostUpload))]
    public Task<IResult> UploadAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/requests/{case}/items/{item}/upload")] HttpRequest request,
        string @case,
        string item,
        CancellationToken stop) => upload.HandleAsync(request, @case, item, stop);

    [Function(nameof(PostUploadCompletion))]
    public Task<IResult> CompleteAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/requests/{case}/items/{item}/upload/complete")] HttpRequest request,
        string @case,
        string item,
        CancellationToken stop) => completion.HandleAsync(request, @case, item, stop);
}
