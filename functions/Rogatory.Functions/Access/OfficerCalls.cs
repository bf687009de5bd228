using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Access;

namespace Rogatory.Functions.Access;

public sealed class OfficerCalls(
    ListOfficers list, GetOfficerLedger getLedger, GetOwnEntry getOwn, PostOfficerProposal propose, PostOfficerDecision decide, PostRoleWithdrawal withdraw, PostOfficerSuspension suspend, PostTraining train, PostUndertaking bind)
{
    [Function(nameof(ListOfficers))]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/officers")] HttpRequest request, CancellationToken stop) =>
        list.HandleAsync(request, stop);

    [Function(nameof(GetOfficerLedger))]
    public Task<IResult> GetLedgerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/officers/ledger")] HttpRequest request, CancellationToken stop) =>
        getLedger.HandleAsync(request, stop);

    [Function(nameof(GetOwnEntry))]
    public Task<IResult> GetOwnAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/officers/me")] HttpRequest request, CancellationToken stop) =>
        getOwn.HandleAsync(request, stop);

    [Function(nameof(PostOfficerProposal))]
    public Task<IResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/officers/{officer}/proposals")] HttpRequest request, string officer, CancellationToken stop) =>
        propose.HandleAsync(request, officer, stop);

    [Function(nameof(PostOfficerDecision))]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/officers/{officer}/proposals/{proposal}/decision")] HttpRequest request, string officer, string proposal, CancellationToken stop) =>
        decide.HandleAsync(request, officer, proposal, stop);

    [Function(nameof(PostRoleWithdrawal))]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/officers/{officer}/withdrawals")] HttpRequest request, string officer, CancellationToken stop) =>
        withdraw.HandleAsync(request, officer, stop);

    [Function(nameof(PostOfficerSuspension))]
    public Task<IResult> SuspendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/officers/{officer}/suspension")] HttpRequest request, string officer, CancellationToken stop) =>
        suspend.HandleAsync(request, officer, stop);

    [Function(nameof(PostTraining))]
    public Task<IResult> TrainAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/officers/{officer}/training")] HttpRequest request, string officer, CancellationToken stop) =>
        train.HandleAsync(request, officer, stop);

    [Function(nameof(PostUndertaking))]
    public Task<IResult> BindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/officers/{officer}/undertaking")] HttpRequest request, string officer, CancellationToken stop) =>
        bind.HandleAsync(request, officer, stop);
}
