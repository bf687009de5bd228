using Microsoft.Extensions.DependencyInjection;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
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
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Classification;
using Rogatory.Core.Disclosure;
using Rogatory.Core.Drills;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Flow;
using Rogatory.Core.Incidents;
using Rogatory.Core.Incidents.Signals;
using Rogatory.Core.Intake;
using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;
using Rogatory.Core.Reports;
using Rogatory.Core.Retention;
using Rogatory.Core.Review;
using Rogatory.Core.Risk;
using Rogatory.Core.Sealing;
using Rogatory.Core.Transfer;

namespace Rogatory.Api;

/// <summary>Handlers and the commands they call. Who composes gives the ports, the settings and the clock.</summary>
public static class ApiServices
{
    public static IServiceCollection AddRogatory(this IServiceCollection services)
    {
        services.AddSingleton<CaseJournal>().AddSingleton<PartnerCases>().AddSingleton<ProjectionWriter>().AddSingleton<ItemVault>().AddSingleton<SealText>();
        services.AddSingleton<DeclaredItems>().AddSingleton<OpenRequest>().AddSingleton<SealItem>().AddSingleton<RejectItem>().AddSingleton<IssueReceipt>();
        services.AddSingleton<OpenCase>().AddSingleton<AddItem>().AddSingleton<PostCase>().AddSingleton<PutCaseItem>();
        services.AddSingleton<GrantUpload>().AddSingleton<CompleteUpload>().AddSingleton<AdmitUpload>().AddSingleton<ClearUpload>();
        services.AddSingleton<DecideRequest>().AddSingleton<ConsultItem>().AddSingleton<CaseRunner>();
        services.AddSingleton<OfficerRegister>().AddSingleton<CheckTransfer>().AddSingleton<StoredPolicies>().AddSingleton<GetPolicy>().AddSingleton<DisclosureStatements>();
        services.AddSingleton(new ExtractLimits()).AddSingleton<MakeExtract>().AddSingleton<PostExtract>();
        services.AddSingleton<ProposeDisclosure>().AddSingleton<ApproveDisclosure>().AddSingleton<RecallDisclosure>().AddSingleton<FetchDisclosure>();
        services.AddSingleton<ReceiveCollection>().AddSingleton<MarkDisclosure>().AddSingleton<IssueGrant>().AddSingleton<ReleaseItem>();
        services.AddSingleton<IssueManifest>().AddSingleton<RemoveCopies>().AddSingleton<DisclosureCommands>();
        services.AddSingleton<RecordRetention>().AddSingleton<PlaceHold>().AddSingleton<LiftHold>().AddSingleton<ReviewRetention>().AddSingleton<ProposeErasure>();
        services.AddSingleton<ApproveErasure>().AddSingleton<SettleHolds>().AddSingleton<MarkRetention>().AddSingleton<EraseItems>().AddSingleton<CertifyErasure>();
        services.AddSingleton<RetentionCommands>().AddSingleton<ClassifyItem>();
        services.AddSingleton<RecallRiskSources>().AddSingleton<AssessRisk>().AddSingleton<WakeCases>();
        services.AddSingleton<StoredStatements>().AddSingleton<StorageSpace>().AddSingleton<PartnerStatements>();
        services.AddSingleton<RestrictItem>().AddSingleton<RectifyItem>().AddSingleton<IssueNotice>().AddSingleton<MarkNotice>().AddSingleton<AcknowledgeNotice>();
        services.AddSingleton<Checkpoints>().AddSingleton<MakeCheckpoint>().AddSingleton<OpenIncident>().AddSingleton<Patrol>();
        services.AddSingleton<IncidentRegister>().AddSingleton<IncidentJournal>().AddSingleton<FindAffected>().AddSingleton<WatchIncidents>();
        services.AddSingleton<IncidentFile>().AddSingleton<IncidentWords>().AddSingleton<ReportIncident>().AddSingleton<DraftNotice>().AddSingleton<SendNotice>();
        services.AddSingleton<AuthorizeOfficer>().AddSingleton<WaiveNotice>().AddSingleton<ContainIncident>().AddSingleton<CloseIncident>();
        services.AddSingleton<CopyPatrol>().AddSingleton<PatrolRegister>().AddSingleton<CopyOutcome>();
        services.AddSingleton<KeyRegister>().AddSingleton<CurrentKeys>().AddSingleton<BeginRotation>().AddSingleton<AdvanceRotation>().AddSingleton<RewrapEnvelope>().AddSingleton<RotateKeys>();
        services.AddSingleton<PartnerRegister>().AddSingleton<IPartnerDirectory>(provider => provider.GetRequiredService<PartnerRegister>());
        services.AddSingleton<PartnerAuthentication>().AddSingleton<OfficerAuthentication>().AddSingleton<IssuerKeys>().AddSingleton<AccessGate>();
        services.AddSingleton<ScriptedOfficers>().AddSingleton(DrillCatalogue.Load()).AddSingleton<DrillRegister>().AddSingleton<DrillEntries>().AddSingleton<DrillEvidence>().AddSingleton<ScoreDrill>();
        services.AddSingleton<ScriptedCaller>().AddSingleton<DrillEnrolment>().AddSingleton<DrillCast>().AddSingleton<DrillEngine>().AddSingleton<ListDrills>().AddSingleton<PostDrill>().AddSingleton<GetDrill>().AddSingleton<PostDrillScore>();

        services.AddSingleton<GetAuthority>().AddSingleton<GetHealth>();
        services.AddSingleton<PostRequest>().AddSingleton<ReceiveRequest>().AddSingleton<GetRequest>().AddSingleton<GetRequestReceipt>().AddSingleton<PutItem>();
        services.AddSingleton<PostUpload>().AddSingleton<PostUploadCompletion>();
        services.AddSingleton<ListCases>().AddSingleton<GetCase>().AddSingleton<GetCaseLedger>().AddSingleton<PostDecision>().AddSingleton<GetRisk>();
        services.AddSingleton<GetItemContent>();
        services.AddSingleton<GetLatestCheckpoint>().AddSingleton<GetCaseCheckpoint>().AddSingleton<PostPatrol>();
        services.AddSingleton<PostIncident>().AddSingleton<ListIncidents>().AddSingleton<GetIncident>().AddSingleton<GetIncidentLedger>();
        services.AddSingleton<PostIncidentNotice>().AddSingleton<PostIncidentNoticeSending>().AddSingleton<PostIncidentWaiver>();
        services.AddSingleton<PostContainment>().AddSingleton<PostClosing>().AddSingleton<PostClosingApproval>();
        services.AddSingleton<ListPartners>().AddSingleton<GetPartnerLedger>().AddSingleton<SuspendPartner>().AddSingleton<PostPartnerProposal>().AddSingleton<PostPartnerDecision>();
        services.AddSingleton<PostReinstatement>().AddSingleton<PutPartnerAgreement>().AddSingleton<PutPartnerUndertaking>();
        services.AddSingleton<SignalRegister>().AddSingleton<LookForSignals>().AddSingleton<ListSignals>();
        services.AddSingleton<PostRotation>().AddSingleton<GetRotation>();
        services.AddSingleton<OfficerViews>().AddSingleton<TrainOfficer>().AddSingleton<AssignOfficer>();
        services.AddSingleton<ListOfficers>().AddSingleton<GetOfficerLedger>().AddSingleton<GetOwnEntry>().AddSingleton<PostOfficerProposal>().AddSingleton<PostOfficerDecision>();
        services.AddSingleton<PostRoleWithdrawal>().AddSingleton<PostOfficerSuspension>().AddSingleton<PostTraining>().AddSingleton<PostUndertaking>();
        services.AddSingleton<PostAssignment>().AddSingleton<PostAssignmentConfirmation>().AddSingleton<PostAssignmentEnding>();
        services.AddSingleton<PostConflict>().AddSingleton<PostConflictLifting>();
        services.AddSingleton<BreakGlass>().AddSingleton<PostGlass>().AddSingleton<ListGlass>().AddSingleton<PostGlassReview>();
        services.AddSingleton<RefusalRegister>().AddSingleton<CountRefusals>();
        services.AddSingleton<PostProposal>().AddSingleton<PostApproval>().AddSingleton<PostWithdrawal>().AddSingleton<PostRecall>();
        services.AddSingleton<PostHold>().AddSingleton<PostHoldLifting>().AddSingleton<PostKeeping>();
        services.AddSingleton<PostErasure>().AddSingleton<PostErasureApproval>().AddSingleton<GetErasureCertificate>();
        services.AddSingleton<ListDisclosures>().AddSingleton<GetDisclosure>().AddSingleton<PostCollection>().AddSingleton<PostAcknowledgement>();
        services.AddSingleton<PostRestriction>().AddSingleton<PostRestrictionLifting>().AddSingleton<PostRectification>().AddSingleton<ListNotices>().AddSingleton<PostNoticeAcknowledgement>();
        services.AddSingleton<MakeReport>().AddSingleton<GetReport>().AddSingleton<ListReportEntries>().AddSingleton<RegisterLedgers>().AddSingleton<GetRegisterLedger>();
        return services;
    }
}
