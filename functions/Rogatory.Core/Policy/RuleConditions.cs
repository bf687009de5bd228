using System.Collections.Frozen;
using Rogatory.Core.Intake;

namespace Rogatory.Core.Policy;

/// <summary>The conditions that rules can name, over what a request says in codes.</summary>
internal static class RuleConditions
{
    private const string Service = "service-of-documents";
    private const string Preservation = "preservation";

    private static readonly FrozenDictionary<string, Func<RequestSummary, bool>> All = new Dictionary<string, Func<RequestSummary, bool>>
    {
        ["service"] = request => Asks(request, Service),
        ["not-only-service"] = request => !AsksOnly(request, Service),
        ["preservation"] = request => Asks(request, Preservation),
        ["not-only-preservation"] = request => !AsksOnly(request, Preservation),
        ["confiscation"] = request => Asks(request, "confiscation"),
        ["bank-records"] = request => Asks(request, "bank-records"),
        ["video-hearing"] = request => Asks(request, "video-hearing"),
        ["telephone-hearing"] = request => Asks(request, "telephone-hearing"),
        ["provisional-measure"] = request => Asks(request, "provisional-measure"),
        ["letter-rogatory"] = IsLetterRogatory,
        ["urgent"] = request => request.Urgency is "urgent" or "emergency",
    }.ToFrozenDictionary();

    public static bool IsKnown(string condition) => All.ContainsKey(condition);

    public static bool Hold(PolicyRule rule, RequestSummary request) => rule.When is null || rule.When.All(name => All[name](request));

    private static bool Asks(RequestSummary request, string kind) => request.AssistanceKinds.Contains(kind);

    // A request that names no kind may ask for anything, so the exceptions for one kind do not apply to it.
    private static bool AsksOnly(RequestSummary request, string kind) => request.AssistanceKinds is [var only] && only == kind;

    // ETS 30 art. 3 to 5: procuring evidence and transmitting articles, records or documents. Not service (art. 7), transfer of a
    // detained person (art. 11) or judicial records (art. 13).
    private static bool IsLetterRogatory(RequestSummary request) =>
        request.AssistanceKinds.Count == 0
        || request.AssistanceKinds.Any(kind => kind is not (Service or "transfer-of-detained-person" or "criminal-records"));
}
