using Rogatory.Core.Intake;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Reports;

/// <summary>The record of processing of LED art. 24(1), point by point, from the settings and the policy packs in force.</summary>
internal static class ProcessingRegister
{
    public static IReadOnlyList<RegisterStatement> Of(ReportAuthority authority, HomeAuthority home, PolicySet policy, RuleTexts rules) =>
    [
        Point("(a)", "Controller and contact", $"{authority.Name} ({authority.Jurisdiction}), controller.", $"Contact, the data protection officer among them: {home.Contact}."),
        Point("(b)", "Purposes", [$"Mutual legal assistance, for {Words(RequestVocabulary.Purposes)}. Each case names its own; whether another is compatible is decided by the transfer check (LED art. 4(2), 9)."]),
        Point("(c)", "Recipients", "Competent authorities of other states in the partner register, in third countries too; those that were handed data in this period are under Disclosures.",
            "Nobody else: what goes out is sealed to a registered partner's key."),
        Point("(d)", "Data subjects and data", $"Persons: {Words(RequestVocabulary.PersonRoles)} (LED art. 6).", $"Data: {Words(RequestVocabulary.DataCategories.Except(RequestVocabulary.SpecialCategories))}.",
            $"Special categories (LED art. 10), where strictly necessary: {Words(RequestVocabulary.SpecialCategories)}."),
        Point("(e)", "Profiling", ["None. Classification looks for categories of data in items, and risk is assessed of cases by cited rules; neither evaluates a person."]),
        Point("(f)", "Categories of transfers", [.. Ladders(policy)]),
        Point("(g)", "Legal basis", ["National law that gives the authority its tasks (LED art. 8) is not among the settings: the authority names it beside this register.",
            "Transfers rest on the rung that each decision names, of those under (f).", .. policy.Packs.Where(pack => pack.Instrument is not null).Select(pack => $"{pack.Instrument}: {pack.Title}, in force since {pack.InForce.From:yyyy-MM-dd} ({pack.InForce.Citation}).")]),
        Point("(h)", "Time limits for erasure", [.. policy.Packs.SelectMany(pack => pack.Rules)
            .Where(rule => rule.Effect is RuleEffect.Retain or RuleEffect.Review or RuleEffect.Erase)
            .Select(rule => $"{rule.Message} {rule.Id}; {rule.Citation}.")]),
        Point("(i)", "Security", Security),
    ];

    private static readonly string[] Security =
    [
        "Equipment (LED art. 29(2)(a)): it is the cloud provider's; the authority keeps none of its own, and says beside this register who may enter the provider's rooms.",
        "Storage and data access (LED art. 29(2)(b) to (e)): content is encrypted in memory under a key of its own, which is kept only wrapped; who may read is decided call by call.",
        "Communication and transport (f), (h): what goes to a partner is sealed to its key and collected under its signature.",
        "Input (g): every act is an entry in a ledger that can only be added to, with who and when.",
        "Recovery and integrity (i), (j): bodies are immutable until their date, a patrol compares them with the ledgers, and a signed checkpoint covers every case.",
        $"The region is the home authority's, and limits on where data may lie are settings.",
    ];

    private static IEnumerable<string> Ladders(PolicySet policy) =>
        policy.Transfer?.Ladders.Select(ladder => $"{ladder.Ladder.Citation}: {string.Join(", ", ladder.Rungs.Select(rung => rung.Rung.Citation))}, tried in this order.") ?? [];

    private static RegisterStatement Point(string point, string title, params string[] statements) => new($"LED art. 24(1){point}", title, statements);

    private static string Words(IEnumerable<string> codes) => string.Join(", ", codes.Order(StringComparer.Ordinal).Select(code => code.Replace('-', ' ')));
}
