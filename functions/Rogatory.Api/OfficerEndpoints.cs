using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rogatory.Api.Access;

namespace Rogatory.Api;

/// <summary>The calls about officers: who may act, trained and bound.</summary>
internal static class OfficerEndpoints
{
    public static void MapOfficers(this RouteGroupBuilder api)
    {
        api.MapGet("/officers", (ListOfficers handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<OfficerList>("ListOfficers", "The officers of the register: roles, courses, undertakings, assignments and conflicts");
        api.MapGet("/officers/ledger", (GetOfficerLedger handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says("GetOfficerLedger", "The officer register's ledger, a line an entry", "application/jsonl");
        api.MapGet("/officers/me", (GetOwnEntry handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<OfficerView>("GetOwnEntry", "What the register has of the officer who asks");
        api.MapPost("/officers/{officer}/proposals", (PostOfficerProposal handler, HttpRequest request, string officer, CancellationToken stop) => handler.HandleAsync(request, officer, stop))
            .WithName("PostOfficerProposal").WithSummary("Proposes the roles, unit and clearance that an officer is to have; another admin approves").Produces<OfficerView>(StatusCodes.Status201Created).Refuses().Accepts<OfficerProposalBody>("application/json");
        api.MapPost("/officers/{officer}/proposals/{proposal}/decision", (PostOfficerDecision handler, HttpRequest request, string officer, string proposal, CancellationToken stop) => handler.HandleAsync(request, officer, proposal, stop))
            .Says<OfficerView>("PostOfficerDecision", "Approves or rejects what another admin proposed for an officer").Accepts<OfficerDecisionBody>("application/json");
        api.MapPost("/officers/{officer}/withdrawals", (PostRoleWithdrawal handler, HttpRequest request, string officer, CancellationToken stop) => handler.HandleAsync(request, officer, stop))
            .Says<OfficerView>("PostRoleWithdrawal", "Takes a role away at once").Accepts<RoleWithdrawalBody>("application/json");
        api.MapPost("/officers/{officer}/suspension", (PostOfficerSuspension handler, HttpRequest request, string officer, CancellationToken stop) => handler.HandleAsync(request, officer, stop))
            .WithName("PostOfficerSuspension").WithSummary("Suspends an officer at once").Produces(StatusCodes.Status204NoContent).Refuses();
        api.MapPost("/officers/{officer}/training", (PostTraining handler, HttpRequest request, string officer, CancellationToken stop) => handler.HandleAsync(request, officer, stop))
            .Says<OfficerView>("PostTraining", "Records a course that an officer passed, with its evidence").Accepts<TrainingBody>("application/json");
        api.MapPost("/officers/{officer}/undertaking", (PostUndertaking handler, HttpRequest request, string officer, CancellationToken stop) => handler.HandleAsync(request, officer, stop))
            .Says<OfficerView>("PostUndertaking", "Records that an officer signed the confidentiality undertaking").Accepts<UndertakingBody>("application/json");
        api.MapPost("/cases/{case}/assignments/{officer}", (PostAssignment handler, HttpRequest request, string @case, string officer, CancellationToken stop) => handler.HandleAsync(request, @case, officer, stop))
            .Says<OfficerView>("PostAssignment", "Assigns an officer to a case, which lapses unless it is confirmed each quarter");
        api.MapPost("/cases/{case}/assignments/{officer}/confirmation", (PostAssignmentConfirmation handler, HttpRequest request, string @case, string officer, CancellationToken stop) => handler.HandleAsync(request, @case, officer, stop))
            .Says<OfficerView>("PostAssignmentConfirmation", "Confirms that an officer still needs to know a case");
        api.MapPost("/cases/{case}/assignments/{officer}/ending", (PostAssignmentEnding handler, HttpRequest request, string @case, string officer, CancellationToken stop) => handler.HandleAsync(request, @case, officer, stop))
            .Says<OfficerView>("PostAssignmentEnding", "Ends an assignment at once");
        api.MapPost("/cases/{case}/conflicts/{officer}", (PostConflict handler, HttpRequest request, string @case, string officer, CancellationToken stop) => handler.HandleAsync(request, @case, officer, stop))
            .WithName("PostConflict").WithSummary("Declares that an officer has an interest in a case, and keeps the officer away from it").Produces(StatusCodes.Status204NoContent).Refuses().Accepts<ConflictBody>("application/json");
        api.MapPost("/cases/{case}/conflicts/{officer}/lifting", (PostConflictLifting handler, HttpRequest request, string @case, string officer, CancellationToken stop) => handler.HandleAsync(request, @case, officer, stop))
            .Says<OfficerView>("PostConflictLifting", "Finds that there is no conflict: for somebody else than the officer, and than who declared it");
        api.MapPost("/cases/{case}/glass", (PostGlass handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .WithName("PostGlass").WithSummary("In an emergency: sees a case without an assignment for four hours, for reasons that a second person reviews")
            .Produces<GlassView>(StatusCodes.Status201Created).Refuses().Accepts<GlassBody>("application/json");
        api.MapGet("/glass", (ListGlass handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<GlassList>("ListGlass", "Each glass that was broken; those that wait for a review first");
        api.MapPost("/glass/{glass}/review", (PostGlassReview handler, HttpRequest request, string glass, CancellationToken stop) => handler.HandleAsync(request, glass, stop))
            .Says<GlassView>("PostGlassReview", "Closes the review of a broken glass: for another officer than the one who broke it").Accepts<GlassReviewBody>("application/json");
    }
}
