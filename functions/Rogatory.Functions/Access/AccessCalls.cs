using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Access;

namespace Rogatory.Functions.Access;

public sealed class AccessCalls(
    GetAuthority authority, GetItemContent content, ListPartners partners, GetPartnerLedger ledger, PutPartner put, SuspendPartner suspend)
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

    [Function(nameof(ListPartners))]
    public Task<IResult> ListPartnersAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/partners")] HttpRequest request, CancellationToken stop) =>
        partners.HandleAsync(request, stop);

    [Function(nameof(GetPartnerLedger))]
    public Task<IResult> GetLedgerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/partners/ledger")] HttpRequest request, CancellationToken stop) =>
        ledger.HandleAsync(request, stop);

    [Function(nameof(PutPartner))]
    public Task<IResult> PutPartnerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/partners/{partner}")] HttpRequest request, string partner, CancellationToken stop) =>
        put.HandleAsync(request, partner, stop);

    [Function(nameof(SuspendPartner))]
    public Task<IResult> SuspendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/partners/{partner}/suspension")] HttpRequest request,
        string partner,
        CancellationToken stop) => suspend.HandleAsync(request, partner, stop);
}
