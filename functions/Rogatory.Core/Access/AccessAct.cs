namespace Rogatory.Core.Access;

/// <summary>What somebody asks to do: one for each call, by the call's name in the OpenAPI document. The pack says what each needs.</summary>
public enum AccessAct
{
    /// <summary>The call <c>GetAuthority</c>.</summary>
    GetAuthority,

    /// <summary>The call <c>GetHealth</c>.</summary>
    GetHealth,

    /// <summary>The call <c>PostRequest</c>.</summary>
    PostRequest,

    /// <summary>The call <c>GetRequest</c>.</summary>
    GetRequest,

    /// <summary>The call <c>GetRequestReceipt</c>.</summary>
    GetRequestReceipt,

    /// <summary>The call <c>PutItem</c>.</summary>
    PutItem,

    /// <summary>The call <c>PostUpload</c>.</summary>
    PostUpload,

    /// <summary>The call <c>PostUploadCompletion</c>.</summary>
    PostUploadCompletion,

    /// <summary>The call <c>ListCases</c>.</summary>
    ListCases,

    /// <summary>The call <c>PostCase</c>.</summary>
    PostCase,

    /// <summary>The call <c>PutCaseItem</c>.</summary>
    PutCaseItem,

    /// <summary>The call <c>GetCase</c>.</summary>
    GetCase,

    /// <summary>The call <c>GetCaseLedger</c>.</summary>
    GetCaseLedger,

    /// <summary>The call <c>GetRisk</c>.</summary>
    GetRisk,

    /// <summary>The call <c>PostDecision</c>.</summary>
    PostDecision,

    /// <summary>The call <c>GetItemContent</c>.</summary>
    GetItemContent,

    /// <summary>The call <c>PostExtract</c>.</summary>
    PostExtract,

    /// <summary>The call <c>PostProposal</c>.</summary>
    PostProposal,

    /// <summary>The call <c>PostApproval</c>.</summary>
    PostApproval,

    /// <summary>The call <c>PostWithdrawal</c>.</summary>
    PostWithdrawal,

    /// <summary>The call <c>PostRecall</c>.</summary>
    PostRecall,

    /// <summary>The call <c>ListDisclosures</c>.</summary>
    ListDisclosures,

    /// <summary>The call <c>GetDisclosure</c>.</summary>
    GetDisclosure,

    /// <summary>The call <c>PostCollection</c>.</summary>
    PostCollection,

    /// <summary>The call <c>PostAcknowledgement</c>.</summary>
    PostAcknowledgement,

    /// <summary>The call <c>PostHold</c>.</summary>
    PostHold,

    /// <summary>The call <c>PostHoldLifting</c>.</summary>
    PostHoldLifting,

    /// <summary>The call <c>PostKeeping</c>.</summary>
    PostKeeping,

    /// <summary>The call <c>PostErasure</c>.</summary>
    PostErasure,

    /// <summary>The call <c>PostErasureApproval</c>.</summary>
    PostErasureApproval,

    /// <summary>The call <c>GetErasureCertificate</c>.</summary>
    GetErasureCertificate,

    /// <summary>The call <c>PostRestriction</c>.</summary>
    PostRestriction,

    /// <summary>The call <c>PostRestrictionLifting</c>.</summary>
    PostRestrictionLifting,

    /// <summary>The call <c>PostRectification</c>.</summary>
    PostRectification,

    /// <summary>The call <c>ListNotices</c>.</summary>
    ListNotices,

    /// <summary>The call <c>PostNoticeAcknowledgement</c>.</summary>
    PostNoticeAcknowledgement,

    /// <summary>The call <c>GetPolicy</c>.</summary>
    GetPolicy,

    /// <summary>The call <c>GetCaseCheckpoint</c>.</summary>
    GetCaseCheckpoint,

    /// <summary>The call <c>GetLatestCheckpoint</c>.</summary>
    GetLatestCheckpoint,

    /// <summary>The call <c>PostPatrol</c>.</summary>
    PostPatrol,

    /// <summary>The call <c>ListSignals</c>.</summary>
    ListSignals,

    /// <summary>The call <c>GetRegisterLedger</c>.</summary>
    GetRegisterLedger,

    /// <summary>The call <c>PostRotation</c>.</summary>
    PostRotation,

    /// <summary>The call <c>GetRotation</c>.</summary>
    GetRotation,

    /// <summary>The call <c>ListPartners</c>.</summary>
    ListPartners,

    /// <summary>The call <c>GetPartnerLedger</c>.</summary>
    GetPartnerLedger,

    /// <summary>The call <c>PostPartnerProposal</c>.</summary>
    PostPartnerProposal,

    /// <summary>The call <c>PostPartnerDecision</c>.</summary>
    PostPartnerDecision,

    /// <summary>The call <c>PostReinstatement</c>.</summary>
    PostReinstatement,

    /// <summary>The call <c>PutPartnerAgreement</c>.</summary>
    PutPartnerAgreement,

    /// <summary>The call <c>PutPartnerUndertaking</c>.</summary>
    PutPartnerUndertaking,

    /// <summary>The call <c>GetReport</c>.</summary>
    GetReport,

    /// <summary>The call <c>ListReportEntries</c>.</summary>
    ListReportEntries,

    /// <summary>The call <c>SuspendPartner</c>.</summary>
    SuspendPartner,

    /// <summary>The call <c>ListOfficers</c>.</summary>
    ListOfficers,

    /// <summary>The call <c>PostIncident</c>.</summary>
    PostIncident,

    /// <summary>The call <c>ListIncidents</c>.</summary>
    ListIncidents,

    /// <summary>The call <c>GetIncident</c>.</summary>
    GetIncident,

    /// <summary>The call <c>GetIncidentLedger</c>.</summary>
    GetIncidentLedger,

    /// <summary>The call <c>PostIncidentNotice</c>.</summary>
    PostIncidentNotice,

    /// <summary>The call <c>PostIncidentNoticeSending</c>.</summary>
    PostIncidentNoticeSending,

    /// <summary>The call <c>PostIncidentWaiver</c>.</summary>
    PostIncidentWaiver,

    /// <summary>The call <c>PostContainment</c>.</summary>
    PostContainment,

    /// <summary>The call <c>PostClosing</c>.</summary>
    PostClosing,

    /// <summary>The call <c>PostClosingApproval</c>.</summary>
    PostClosingApproval,

    /// <summary>The call <c>GetOfficerLedger</c>.</summary>
    GetOfficerLedger,

    /// <summary>The call <c>GetOwnEntry</c>.</summary>
    GetOwnEntry,

    /// <summary>The call <c>PostOfficerProposal</c>.</summary>
    PostOfficerProposal,

    /// <summary>The call <c>PostOfficerDecision</c>.</summary>
    PostOfficerDecision,

    /// <summary>The call <c>PostRoleWithdrawal</c>.</summary>
    PostRoleWithdrawal,

    /// <summary>The call <c>PostOfficerSuspension</c>.</summary>
    PostOfficerSuspension,

    /// <summary>The call <c>PostTraining</c>.</summary>
    PostTraining,

    /// <summary>The call <c>PostUndertaking</c>.</summary>
    PostUndertaking,

    /// <summary>The call <c>PostAssignment</c>.</summary>
    PostAssignment,

    /// <summary>The call <c>PostAssignmentConfirmation</c>.</summary>
    PostAssignmentConfirmation,

    /// <summary>The call <c>PostAssignmentEnding</c>.</summary>
    PostAssignmentEnding,

    /// <summary>The call <c>PostConflict</c>.</summary>
    PostConflict,

    /// <summary>The call <c>PostConflictLifting</c>.</summary>
    PostConflictLifting,

    /// <summary>The call <c>PostGlass</c>.</summary>
    PostGlass,

    /// <summary>The call <c>ListGlass</c>.</summary>
    ListGlass,

    /// <summary>The call <c>PostGlassReview</c>.</summary>
    PostGlassReview,

    /// <summary>The call <c>ListDrills</c>.</summary>
    ListDrills,

    /// <summary>The call <c>PostDrill</c>.</summary>
    PostDrill,

    /// <summary>The call <c>GetDrill</c>.</summary>
    GetDrill,

    /// <summary>The call <c>PostDrillScore</c>.</summary>
    PostDrillScore,
}
