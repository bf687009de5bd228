using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Intake;
using Rogatory.Api.Review;

namespace Rogatory.Functions.Review;

public sealed class ReviewCalls(ListCases list, PostCase open, GetCase get, GetCaseLedger ledger, PostDecision decide)
{
    [Function(nameof(ListCases))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/cases")] HttpRequest request, CancellationToken stop) =>
        list.HandleAsync(request, stop);

    [Function(nameof(PostCase))]
    public Task<IResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases")] HttpRequest request, CancellationToken stop) =>
        open.HandleAsync(request, stop);

    [Function(nameof(GetCase))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/cases/{case}")] HttpRequest request, string @case, CancellationToken stop) =>
        get.HandleAsync(request, @case, stop);

    [Function(nameof(GetCaseLedger))]
    public Task<IResult> GetLedgerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/cases/{case}/ledger")] HttpRequest request, string @case, CancellationToken stop) =>
        ledger.HandleAsync(request, @case, stop);

    [Function(nameof(PostDecision))]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/decisions")] HttpRequest request, string @case, CancellationToken stop) =>
        decide.HandleAsync(request, @case, stop);
}
