using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Retention;

namespace Rogatory.Functions.Retention;

public sealed class RetentionCalls(
    PostHold hold, PostHoldLifting lift, PostKeeping keep, PostErasure propose, PostErasureApproval approve, GetErasureCertificate certificate)
{
    [Function(nameof(PostHold))]
    public Task<IResult> HoldAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/holds")] HttpRequest request, string @case, CancellationToken stop) =>
        hold.HandleAsync(request, @case, stop);

    [Function(nameof(PostHoldLifting))]
    public Task<IResult> LiftAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/holds/{hold}/lifting")] HttpRequest request,
        string @case,
        string hold,
        CancellationToken stop) =>
        lift.HandleAsync(request, @case, hold, stop);

    [Function(nameof(PostKeeping))]
    public Task<IResult> KeepAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/reviews")] HttpRequest request, string @case, CancellationToken stop) =>
        keep.HandleAsync(request, @case, stop);

    [Function(nameof(PostErasure))]
    public Task<IResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/erasures")] HttpRequest request, string @case, CancellationToken stop) =>
        propose.HandleAsync(request, @case, stop);

    [Function(nameof(PostErasureApproval))]
    public Task<IResult> ApproveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/erasures/{erasure}/approvals")] HttpRequest request,
        string @case,
        string erasure,
        CancellationToken stop) =>
        approve.HandleAsync(request, @case, erasure, stop);

    [Function(nameof(GetErasureCertificate))]
    public Task<IResult> GetCertificateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/cases/{case}/erasures/{erasure}/certificate")] HttpRequest request,
        string @case,
        string erasure,
        CancellationToken stop) =>
        certificate.HandleAsync(request, @case, erasure, stop);
}
