using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Access;

namespace Rogatory.Functions.Access;

public sealed class PartnerRegisterCalls(
    ListPartners partners, GetPartnerLedger ledger, PostPartnerProposal propose, PostPartnerDecision decide, PostReinstatement reinstate, SuspendPartner suspend,
    PutPartnerAgreement agree, PutPartnerUndertaking bind)
{
    [Function(nameof(ListPartners))]
    public Task<IResult> ListPartnersAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/partners")] HttpRequest request, CancellationToken stop) =>
        partners.HandleAsync(request, stop);

    [Function(nameof(GetPartnerLedger))]
    public Task<IResult> GetLedgerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/partners/ledger")] HttpRequest request, CancellationToken stop) =>
        ledger.HandleAsync(request, stop);

    [Function(nameof(PostPartnerProposal))]
    public Task<IResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/partners/{partner}/proposals")] HttpRequest request,
        string partner,
        CancellationToken stop) => propose.HandleAsync(request, partner, stop);

    [Function(nameof(PostPartnerDecision))]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/partners/{partner}/proposals/{number}/decisions")] HttpRequest request,
        string partner,
        string number,
        CancellationToken stop) => decide.HandleAsync(request, partner, number, stop);

    [Function(nameof(PostReinstatement))]
    public Task<IResult> ReinstateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/partners/{partner}/reinstatements")] HttpRequest request,
        string partner,
        CancellationToken stop) => reinstate.HandleAsync(request, partner, stop);

    [Function(nameof(SuspendPartner))]
    public Task<IResult> SuspendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/partners/{partner}/suspension")] HttpRequest request,
        string partner,
        CancellationToken stop) => suspend.HandleAsync(request, partner, stop);

    [Function(nameof(PutPartnerAgreement))]
    public Task<IResult> AgreeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/partners/{partner}/agreements/{agreement}")] HttpRequest request,
        string partner,
        string agreement,
        CancellationToken stop) => agree.HandleAsync(request, partner, agreement, stop);

    [Function(nameof(PutPartnerUndertaking))]
    public Task<IResult> BindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "v1/partners/{partner}/undertakings/{version}")] HttpRequest request,
        string partner,
        string version,
        CancellationToken stop) => bind.HandleAsync(request, partner, version, stop);
}
