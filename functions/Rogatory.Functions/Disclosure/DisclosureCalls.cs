using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Disclosure;

namespace Rogatory.Functions.Disclosure;

public sealed class DisclosureCalls(
    PostExtract extract, PostProposal propose, PostApproval approve, PostWithdrawal withdraw, PostRecall recall, ListDisclosures list, GetDisclosure get)
{
    [Function(nameof(PostExtract))]
    public Task<IResult> ExtractAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/items/{item}/extracts")] HttpRequest request, string @case, string item, CancellationToken stop) =>
        extract.HandleAsync(request, @case, item, stop);

    [Function(nameof(PostProposal))]
    public Task<IResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/disclosures")] HttpRequest request, string @case, CancellationToken stop) =>
        propose.HandleAsync(request, @case, stop);

    [Function(nameof(PostApproval))]
    public Task<IResult> ApproveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/disclosures/{disclosure}/approvals")] HttpRequest request, string disclosure, CancellationToken stop) =>
        approve.HandleAsync(request, disclosure, stop);

    [Function(nameof(PostWithdrawal))]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/disclosures/{disclosure}/withdrawal")] HttpRequest request, string disclosure, CancellationToken stop) =>
        withdraw.HandleAsync(request, disclosure, stop);

    [Function(nameof(PostRecall))]
    public Task<IResult> RecallAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/disclosures/{disclosure}/recall")] HttpRequest request, string disclosure, CancellationToken stop) =>
        recall.HandleAsync(request, disclosure, stop);

    [Function(nameof(ListDisclosures))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/disclosures")] HttpRequest request, CancellationToken stop) =>
        list.HandleAsync(request, stop);

    [Function(nameof(GetDisclosure))]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/disclosures/{disclosure}")] HttpRequest request, string disclosure, CancellationToken stop) =>
        get.HandleAsync(request, disclosure, stop);
}
