using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Receipt;

namespace Rogatory.Functions.Receipt;

public sealed class ReceiptCalls(GetLatestCheckpoint latest, GetCaseCheckpoint proof)
{
    [Function(nameof(GetLatestCheckpoint))]
    public Task<IResult> GetLatestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/checkpoints/latest")] HttpRequest request, CancellationToken stop) =>
        latest.HandleAsync(stop);

    [Function(nameof(GetCaseCheckpoint))]
    public Task<IResult> GetProofAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/cases/{case}/checkpoint")] HttpRequest request, string @case, CancellationToken stop) =>
        proof.HandleAsync(request, @case, stop);
}
