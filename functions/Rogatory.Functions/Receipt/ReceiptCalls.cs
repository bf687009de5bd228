using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Receipt;

namespace Rogatory.Functions.Receipt;

public sealed class ReceiptCalls(
    PostCollection collection, PostAcknowledgement acknowledgement, GetLatestCheckpoint latest, GetCaseCheckpoint proof)
{
    [Function(nameof(PostCollection))]
    public Task<IResult> PostCollectionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/disclosures/{disclosure}/receipt")] HttpRequest request, string disclosure, CancellationToken stop) =>
        collection.HandleAsync(request, disclosure, stop);

    [Function(nameof(PostAcknowledgement))]
    public Task<IResult> PostAcknowledgementAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/disclosures/{disclosure}/acknowledgement")] HttpRequest request, string disclosure, CancellationToken stop) =>
        acknowledgement.HandleAsync(request, disclosure, stop);

    [Function(nameof(GetLatestCheckpoint))]
    public Task<IResult> GetLatestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/checkpoints/latest")] HttpRequest request, CancellationToken stop) =>
        latest.HandleAsync(stop);

    [Function(nameof(GetCaseCheckpoint))]
    public Task<IResult> GetProofAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/cases/{case}/checkpoint")] HttpRequest request, string @case, CancellationToken stop) =>
        proof.HandleAsync(request, @case, stop);
}
