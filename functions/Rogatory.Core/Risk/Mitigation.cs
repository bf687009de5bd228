using System.Collections.Frozen;

namespace Rogatory.Core.Risk;

/// <summary>What rules can demand before material goes: a closed list of codes, each with how it is met.</summary>
public static class Mitigation
{
    /// <summary>Two officers other than the proposer approve.</summary>
    public const string SecondApprover = "second-approver";

    /// <summary>The data protection officer is consulted.</summary>
    public const string DpoConsultation = "dpo-consultation";

    /// <summary>There is an assessment of the impact on data protection (LED art. 27).</summary>
    public const string ImpactAssessment = "led-27-assessment";

    /// <summary>The recipient is a competent authority, by name, and keeps it to itself.</summary>
    public const string NamedRecipientOnly = "named-recipient-only";

    /// <summary>An extract goes, or there is a reason why the original must.</summary>
    public const string ExtractInsteadOfOriginal = "extract-instead-of-original";

    /// <summary>A person looked at what the program could not read.</summary>
    public const string ReadByAPerson = "read-by-a-person";

    /// <summary>What waits for classification is classified first.</summary>
    public const string ClassifiedFirst = "classified-first";

    /// <summary>The incident of the case's own ledger is closed first.</summary>
    public const string LedgerWhole = "ledger-whole";

    private static readonly FrozenDictionary<string, string> Ways = new Dictionary<string, string>
    {
        [SecondApprover] = "Two officers other than the proposer approve: rogatory disclosure approve",
        [DpoConsultation] = "State risk.consulted with reasons in the facts of the proposal, once the data protection officer was consulted",
        [ImpactAssessment] = "State risk.impactAssessed with reasons in the facts of the proposal, once the assessment of LED art. 27 is made; the reasons name it",
        [NamedRecipientOnly] = "Propose to a competent authority (recipient.kind), or weigh RISK-NAMED-RECIPIENT with reasons (resolved) in the facts of the proposal; the condition that the recipient alone may use the data goes with them",
        [ExtractInsteadOfOriginal] = "Propose an extract of the item, or state risk.originalNeeded with reasons in the facts of the proposal",
        [ReadByAPerson] = "Open the item: rogatory item read; and state found.unreadReviewed with reasons in the facts of the proposal",
        [ClassifiedFirst] = "Wait until every item is classified; or weigh RISK-CLASSIFIED with reasons (resolved) in the facts of the proposal",
        [LedgerWhole] = "Look into the case's ledger, and close its incident: rogatory incident list",
    }.ToFrozenDictionary();

    /// <summary>Every code there is.</summary>
    public static IReadOnlyCollection<string> All => Ways.Keys;

    /// <summary>How it is met, in a sentence without its full stop.</summary>
    public static string WayOf(string mitigation) => Ways[mitigation];
}
