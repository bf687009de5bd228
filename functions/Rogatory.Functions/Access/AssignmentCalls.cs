using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rogatory.Api.Access;

namespace Rogatory.Functions.Access;

public sealed class AssignmentCalls(
    PostAssignment assign, PostAssignmentConfirmation confirm, PostAssignmentEnding end, PostConflict declare, PostConflictLifting lift)
{
    [Function(nameof(PostAssignment))]
    public Task<IResult> AssignAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/assignments/{officer}")] HttpRequest request, string @case, string officer, CancellationToken stop) =>
        assign.HandleAsync(request, @case, officer, stop);

    [Function(nameof(PostAssignmentConfirmation))]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/assignments/{officer}/confirmation")] HttpRequest request, string @case, string officer, CancellationToken stop) =>
        confirm.HandleAsync(request, @case, officer, stop);

    [Function(nameof(PostAssignmentEnding))]
    public Task<IResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/assignments/{officer}/ending")] HttpRequest request, string @case, string officer, CancellationToken stop) =>
        end.HandleAsync(request, @case, officer, stop);

    [Function(nameof(PostConflict))]
    public Task<IResult> DeclareAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/conflicts/{officer}")] HttpRequest request, string @case, string officer, CancellationToken stop) =>
        declare.HandleAsync(request, @case, officer, stop);

    [Function(nameof(PostConflictLifting))]
    public Task<IResult> LiftAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/cases/{case}/conflicts/{officer}/lifting")] HttpRequest request, string @case, string officer, CancellationToken stop) =>
        lift.HandleAsync(request, @case, officer, stop);
}
