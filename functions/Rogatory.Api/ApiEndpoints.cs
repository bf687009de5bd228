using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Rogatory.Api.Access;
using Rogatory.Api.Disclosure;
using Rogatory.Api.Drills;
using Rogatory.Api.Health;
using Rogatory.Api.Incidents;
using Rogatory.Api.Intake;
using Rogatory.Api.Policy;
using Rogatory.Api.Receipt;
using Rogatory.Api.Reports;
using Rogatory.Api.Retention;
using Rogatory.Api.Review;
using Rogatory.Api.Risk;
using Rogatory.Api.Sealing;
using Rogatory.Core.Reports;

namespace Rogatory.Api;

/// <summary>The table of calls: method, path, handler, and what the OpenAPI document says of each.</summary>
public static class ApiEndpoints
{
    public const string Base = "/api/v1";

    private const string Octets = "application/octet-stream";
    private const string JsonLines = "application/jsonl";

    public static IEndpointRouteBuilder MapRogatory(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup(Base).WithTags("rogatory");

        api.MapGet("/authority", (GetAuthority handler, CancellationToken stop) => handler.HandleAsync(stop))
            .Says<AuthorityDocument>("GetAuthority", "Who runs this, its keys, limits and policy version");
        api.MapGet("/health", (GetHealth handler, CancellationToken stop) => handler.HandleAsync(stop))
            .Says<HealthReport>("GetHealth", "Ready or not").Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);

        api.MapPost("/requests", (PostRequest handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<RequestView>("PostRequest", "Opens a case from a signed request").Produces<RequestView>(StatusCodes.Status201Created)
            .Accepts<object>("application/json").Signed();
        api.MapGet("/requests/{case}", (GetRequest handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .Says<RequestView>("GetRequest", "Where the partner's own case stands").Signed();
        api.MapGet("/requests/{case}/receipt", (GetRequestReceipt handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .Says("GetRequestReceipt", "The signed intake receipt, once every declared item is sealed", "application/jose").Signed();
        api.MapPut("/requests/{case}/items/{item}", (PutItem handler, HttpRequest request, string @case, string item, CancellationToken stop) => handler.HandleAsync(request, @case, item, stop))
            .Says<SealedItemView>("PutItem", "Streams one declared item in").Produces<SealedItemView>(StatusCodes.Status201Created)
            .Accepts<Stream>("*/*").Signed();

        api.MapPost("/requests/{case}/items/{item}/upload", (PostUpload handler, HttpRequest request, string @case, string item, CancellationToken stop) => handler.HandleAsync(request, @case, item, stop))
            .Says<UploadGrantView>("PostUpload", "Grants a sealed upload of one declared item straight to storage, or renews its link")
            .Produces<UploadGrantView>(StatusCodes.Status201Created).Accepts<UploadBody>("application/json").Signed();
        api.MapPost("/requests/{case}/items/{item}/upload/complete", (PostUploadCompletion handler, HttpRequest request, string @case, string item, CancellationToken stop) => handler.HandleAsync(request, @case, item, stop))
            .Says<SealedItemView>("PostUploadCompletion", "Says that a sealed upload is there, and what it is").Produces<SealedItemView>(StatusCodes.Status202Accepted)
            .Accepts<UploadCompletion>("application/json").Signed();

        api.MapGet("/cases", (ListCases handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<CaseList>("ListCases", "Cases by stage and due date");
        api.MapPost("/cases", (PostCase handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<CaseView>("PostCase", "Opens a case of ours for the partner that the query names: kind is spontaneous or outgoing, and the body has the form of a request")
            .Produces<CaseView>(StatusCodes.Status201Created).Accepts<object>("application/json").Conflicts();
        api.MapPut("/cases/{case}/items/{item}", (PutCaseItem handler, HttpRequest request, string @case, string item, CancellationToken stop) => handler.HandleAsync(request, @case, item, stop))
            .Says<SealedItemView>("PutCaseItem", "Adds an item to an accepted case and streams it in; Content-Digest, Content-Disposition, Rogatory-Data-Categories and Rogatory-Origin declare it")
            .Produces<SealedItemView>(StatusCodes.Status201Created).Accepts<Stream>("*/*").Conflicts();
        api.MapGet("/cases/{case}", (GetCase handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .Says<CaseView>("GetCase", "One case");
        api.MapGet("/cases/{case}/ledger", (GetCaseLedger handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .Says("GetCaseLedger", "The case's ledger, a line an entry", JsonLines);
        api.MapGet("/cases/{case}/risk", (GetRisk handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .Says<RiskView>("GetRisk", "What letting out what the case holds would risk, by which rules, and what they demand");
        api.MapPost("/cases/{case}/decisions", (PostDecision handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .Says<CaseView>("PostDecision", "Accept, refuse, clarify or postpone").Accepts<DecisionBody>("application/json");
        api.MapGet("/cases/{case}/items/{item}/content", (GetItemContent handler, HttpRequest request, string @case, string item, CancellationToken stop) => handler.HandleAsync(request, @case, item, stop))
            .Says("GetItemContent", "An item's plaintext, or a range of it; needs a Rogatory-Justification", Octets)
            .Produces(StatusCodes.Status206PartialContent, contentType: Octets);

        api.MapPost("/cases/{case}/items/{item}/extracts", (PostExtract handler, HttpRequest request, string @case, string item, CancellationToken stop) => handler.HandleAsync(request, @case, item, stop))
            .WithName("PostExtract").WithSummary("Makes an extract of an item: an item of its own, with a proof of what stands in it word for word")
            .Produces<ExtractView>(StatusCodes.Status201Created).Refuses().Accepts<ExtractBody>("application/json");
        api.MapPost("/cases/{case}/disclosures", (PostProposal handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .WithName("PostProposal").WithSummary("Proposes to disclose items to a partner; the transfer check answers at once")
            .Produces<DisclosureView>(StatusCodes.Status201Created).Refuses().Accepts<ProposalBody>("application/json");
        api.MapPost("/disclosures/{disclosure}/approvals", (PostApproval handler, HttpRequest request, string disclosure, CancellationToken stop) => handler.HandleAsync(request, disclosure, stop))
            .Says<DisclosureView>("PostApproval", "Approves or rejects what another officer proposed").Accepts<ApprovalBody>("application/json");
        api.MapPost("/disclosures/{disclosure}/withdrawal", (PostWithdrawal handler, HttpRequest request, string disclosure, CancellationToken stop) => handler.HandleAsync(request, disclosure, stop))
            .Says<DisclosureView>("PostWithdrawal", "Takes a disclosure back before the partner was handed anything").Accepts<WithdrawalBody>("application/json");
        api.MapPost("/disclosures/{disclosure}/recall", (PostRecall handler, HttpRequest request, string disclosure, CancellationToken stop) => handler.HandleAsync(request, disclosure, stop))
            .Says<DisclosureView>("PostRecall", "Tells the partner that what it was handed was wrong or unlawful to send").Accepts<RecallBody>("application/json");

        api.MapGet("/disclosures", (ListDisclosures handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<DisclosureOfferList>("ListDisclosures", "What there is for the partner").Signed();
        api.MapGet("/disclosures/{disclosure}", (GetDisclosure handler, HttpRequest request, string disclosure, CancellationToken stop) => handler.HandleAsync(request, disclosure, stop))
            .Says<DisclosureContent>("GetDisclosure", "Manifest, key envelopes and links of 15 minutes; the signature carries a nonce").Signed();
        api.MapPost("/disclosures/{disclosure}/receipt", (PostCollection handler, HttpRequest request, string disclosure, CancellationToken stop) => handler.HandleAsync(request, disclosure, stop))
            .Says("PostCollection", "Takes the partner's signed receipt; answers with the countersignature", "application/jose").Accepts<string>("application/jose").Signed();
        api.MapPost("/disclosures/{disclosure}/acknowledgement", (PostAcknowledgement handler, HttpRequest request, string disclosure, CancellationToken stop) => handler.HandleAsync(request, disclosure, stop))
            .Says("PostAcknowledgement", "Takes the partner's signed answer to a recall; answers with the countersignature", "application/jose").Accepts<string>("application/jose").Signed();

        api.MapPost("/cases/{case}/holds", (PostHold handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .WithName("PostHold").WithSummary("Places a legal hold on items, or on the whole case: nothing that it covers is erased")
            .Produces<HoldView>(StatusCodes.Status201Created).Refuses().Accepts<HoldBody>("application/json");
        api.MapPost("/cases/{case}/holds/{hold}/lifting", (PostHoldLifting handler, HttpRequest request, string @case, string hold, CancellationToken stop) => handler.HandleAsync(request, @case, hold, stop))
            .Says<HoldView>("PostHoldLifting", "Lifts the hold that another officer placed").Accepts<LiftingBody>("application/json");
        api.MapPost("/cases/{case}/reviews", (PostKeeping handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .Says<RetentionView>("PostKeeping", "Says after a review until when the case is needed").Accepts<KeepingBody>("application/json");
        api.MapPost("/cases/{case}/erasures", (PostErasure handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .WithName("PostErasure").WithSummary("Proposes to erase items, or all that the case holds")
            .Produces<ErasureView>(StatusCodes.Status201Created).Refuses().Accepts<ErasureBody>("application/json");
        api.MapPost("/cases/{case}/erasures/{erasure}/approvals", (PostErasureApproval handler, HttpRequest request, string @case, string erasure, CancellationToken stop) => handler.HandleAsync(request, @case, erasure, stop))
            .Says<ErasureView>("PostErasureApproval", "Approves or rejects an erasure that another officer proposed").Accepts<ApprovalBody>("application/json");
        api.MapGet("/cases/{case}/erasures/{erasure}/certificate", (GetErasureCertificate handler, HttpRequest request, string @case, string erasure, CancellationToken stop) => handler.HandleAsync(request, @case, erasure, stop))
            .Says("GetErasureCertificate", "The signed certificate of an erasure that is done", "application/jose");

        api.MapPost("/cases/{case}/items/{item}/restriction", (PostRestriction handler, HttpRequest request, string @case, string item, CancellationToken stop) => handler.HandleAsync(request, @case, item, stop))
            .Says<CaseView>("PostRestriction", "Restricts an item instead of erasing it").Accepts<RestrictionBody>("application/json");
        api.MapPost("/cases/{case}/items/{item}/restriction/lifting", (PostRestrictionLifting handler, HttpRequest request, string @case, string item, CancellationToken stop) => handler.HandleAsync(request, @case, item, stop))
            .Says<CaseView>("PostRestrictionLifting", "Lifts what another officer restricted").Accepts<RestrictionLiftingBody>("application/json");
        api.MapPost("/cases/{case}/items/{item}/rectification", (PostRectification handler, HttpRequest request, string @case, string item, CancellationToken stop) => handler.HandleAsync(request, @case, item, stop))
            .Says<CaseView>("PostRectification", "Says that an item is wrong, and what is right").Accepts<RectificationBody>("application/json");
        api.MapGet("/notices", (ListNotices handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<PartnerNoticeList>("ListNotices", "What was corrected of what the partner sent or was handed, in signed notices").Signed();
        api.MapPost("/notices/{notice}/acknowledgement", (PostNoticeAcknowledgement handler, HttpRequest request, string notice, CancellationToken stop) => handler.HandleAsync(request, notice, stop))
            .Says("PostNoticeAcknowledgement", "Takes the partner's signed answer to a notice; answers with the countersignature", "application/jose").Accepts<string>("application/jose").Signed();

        api.MapGet("/policies/{digest}", (GetPolicy handler, string digest, CancellationToken stop) => handler.HandleAsync(digest, stop))
            .Says<object>("GetPolicy", "The rules that a decision was made under, file by file").ProducesProblem(StatusCodes.Status404NotFound);

        api.MapGet("/cases/{case}/checkpoint", (GetCaseCheckpoint handler, HttpRequest request, string @case, CancellationToken stop) => handler.HandleAsync(request, @case, stop))
            .Says<CaseCheckpointView>("GetCaseCheckpoint", "The proof that the case stands in the newest checkpoint");
        api.MapGet("/checkpoints/latest", (GetLatestCheckpoint handler, CancellationToken stop) => handler.HandleAsync(stop))
            .Says("GetLatestCheckpoint", "The newest signed root over all cases", "application/jose").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/patrols", (PostPatrol handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<PatrolView>("PostPatrol", "Compares a sample of what is stored, or all of the case that the query names as case, and what partners can collect, with the ledgers");

        api.MapGet("/reports", (GetReport handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<Report>("GetReport", "What was done in the days from and to of the query, counted from every ledger, which is verified before it is counted");
        api.MapGet("/reports/entries", (ListReportEntries handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says("ListReportEntries", "Every entry behind one figure of a report, a line each: the query has from, to and figure", JsonLines);
        api.MapGet("/registers/{register}/ledger", (GetRegisterLedger handler, HttpRequest request, string register, CancellationToken stop) => handler.HandleAsync(request, register, stop))
            .Says("GetRegisterLedger", "The ledger of incidents, keys, patrols, refusals or signals, a line an entry", JsonLines).ProducesProblem(StatusCodes.Status404NotFound);

        api.MapIncidents();
        api.MapGet("/signals", (ListSignals handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<SignalList>("ListSignals", "What officers and partners did that is not what they or their peers do, from the day that the query names as since");

        api.MapPost("/keys/rotations", (PostRotation handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .WithName("PostRotation").WithSummary("Begins to make every key envelope anew under a newer version of the key-encryption key")
            .Produces<RotationView>(StatusCodes.Status202Accepted).Refuses();
        api.MapGet("/keys/rotations/{rotation}", (GetRotation handler, HttpRequest request, string rotation, CancellationToken stop) => handler.HandleAsync(request, rotation, stop))
            .Says<KeyStatusView>("GetRotation", "How far a rotation is, by its number or latest, and what is under which version").ProducesProblem(StatusCodes.Status404NotFound);

        api.MapGet("/partners", (ListPartners handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<PartnerList>("ListPartners", "The partner register");
        api.MapGet("/partners/ledger", (GetPartnerLedger handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says("GetPartnerLedger", "The register's ledger, a line an entry", JsonLines);
        api.MapPost("/partners/{partner}/proposals", (PostPartnerProposal handler, HttpRequest request, string partner, CancellationToken stop) => handler.HandleAsync(request, partner, stop))
            .WithName("PostPartnerProposal").WithSummary("Proposes what a partner's entry is to be, its keys among it; another admin approves")
            .Produces<PartnerProposalView>(StatusCodes.Status201Created).Refuses().Accepts<PartnerProposalBody>("application/json").Conflicts();
        api.MapPost("/partners/{partner}/reinstatements", (PostReinstatement handler, HttpRequest request, string partner, CancellationToken stop) => handler.HandleAsync(request, partner, stop))
            .WithName("PostReinstatement").WithSummary("Proposes that a partner be no longer suspended; another admin approves")
            .Produces<PartnerProposalView>(StatusCodes.Status201Created).Refuses().Conflicts();
        api.MapPost("/partners/{partner}/proposals/{number}/decisions", (PostPartnerDecision handler, HttpRequest request, string partner, string number, CancellationToken stop) => handler.HandleAsync(request, partner, number, stop))
            .Says<PartnerProposalView>("PostPartnerDecision", "Approves or rejects what another admin proposed about a partner").Accepts<PartnerDecisionBody>("application/json").Conflicts();
        api.MapPut("/partners/{partner}/agreements/{agreement}", (PutPartnerAgreement handler, HttpRequest request, string partner, string agreement, CancellationToken stop) => handler.HandleAsync(request, partner, agreement, stop))
            .Says<PartnerAgreementDocument>("PutPartnerAgreement", "Records an agreement with a partner, or replaces its record").Accepts<PartnerAgreementDocument>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/partners/{partner}/undertakings/{version}", (PutPartnerUndertaking handler, HttpRequest request, string partner, string version, CancellationToken stop) => handler.HandleAsync(request, partner, version, stop))
            .Says<PartnerUndertakingDocument>("PutPartnerUndertaking", "Records the undertaking of confidentiality that a partner signed").Accepts<PartnerUndertakingDocument>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/partners/{partner}/suspension", (SuspendPartner handler, HttpRequest request, string partner, CancellationToken stop) => handler.HandleAsync(request, partner, stop))
            .WithName("SuspendPartner").WithSummary("Suspends a partner at once").Produces(StatusCodes.Status204NoContent).Refuses();

        api.MapOfficers();
        api.MapGet("/drills", (ListDrills handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<DrillList>("ListDrills", "The drills that there are, and the caller's own runs; in the space of drills").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/drills", (PostDrill handler, HttpRequest request, CancellationToken stop) => handler.HandleAsync(request, stop))
            .Says<DrillView>("PostDrill", "Begins a drill, or takes up the run that is open").Produces<DrillView>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound).Accepts<DrillBody>("application/json");
        api.MapGet("/drills/{drill}", (GetDrill handler, HttpRequest request, string drill, CancellationToken stop) => handler.HandleAsync(request, drill, stop))
            .Says<DrillView>("GetDrill", "A run: its story, what happened, and until when it can be played").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/drills/{drill}/score", (PostDrillScore handler, HttpRequest request, string drill, CancellationToken stop) => handler.HandleAsync(request, drill, stop))
            .Says<DrillScoreView>("PostDrillScore", "Scores a run from its ledger, which ends it; each point explained, and the result signed")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        return routes;
    }

    internal static RouteHandlerBuilder Says<T>(this RouteHandlerBuilder call, string name, string summary) =>
        call.WithName(name).WithSummary(summary).Produces<T>().Refuses();

    internal static RouteHandlerBuilder Says(this RouteHandlerBuilder call, string name, string summary, string contentType) =>
        call.WithName(name).WithSummary(summary).Produces(StatusCodes.Status200OK, contentType: contentType).Refuses();

    internal static RouteHandlerBuilder Refuses(this RouteHandlerBuilder call) =>
        call.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    internal static RouteHandlerBuilder Conflicts(this RouteHandlerBuilder call) =>
        call.ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    internal static RouteHandlerBuilder Signed(this RouteHandlerBuilder call) =>
        call.ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
