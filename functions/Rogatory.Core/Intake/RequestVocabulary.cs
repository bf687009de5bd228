using System.Collections.Frozen;

namespace Rogatory.Core.Intake;

/// <summary>The codes that members of a letter of request can have. Codes are only ever added: sealed requests are read again.</summary>
public static class RequestVocabulary
{
    private const string Special =
        "racial-or-ethnic-origin political-opinions religious-or-philosophical-beliefs trade-union-membership genetic biometric health " +
        "sex-life sexual-orientation";

    /// <summary><c>/authority/role</c>: what the requesting authority is.</summary>
    public static FrozenSet<string> AuthorityRoles { get; } = Codes(
        "central-authority court investigating-judge prosecutor police customs tax-authority financial-intelligence-unit " +
        "administrative-authority other");

    /// <summary><c>/proceeding/nature</c>: UNCAC art. 46(15)(b) names the first three.</summary>
    public static FrozenSet<string> ProceedingNatures { get; } = Codes(
        "investigation prosecution judicial-proceeding administrative-proceeding");

    /// <summary><c>/purpose</c>: those of LED art. 1(1), and proceedings that are not criminal (EIO art. 4(b) to (c)).</summary>
    public static FrozenSet<string> Purposes { get; } = Codes(
        "prevention investigation detection prosecution execution-of-penalties public-security asset-recovery " +
        "administrative-proceeding civil-proceeding");

    /// <summary><c>/assistance/*/kind</c>: UNCAC art. 46(3), and what the other instruments add.</summary>
    public static FrozenSet<string> AssistanceKinds { get; } = Codes(
        "statement video-hearing telephone-hearing service-of-documents search-and-seizure freezing provisional-measure confiscation " +
        "asset-recovery examination expert-evaluation information bank-records account-monitoring business-records government-records " +
        "criminal-records tracing voluntary-appearance transfer-of-detained-person preservation preserved-traffic-data stored-data " +
        "traffic-data interception observation controlled-delivery covert-investigation joint-team other");

    /// <summary><c>/persons/*/role</c>: the categories of LED art. 6, in more detail; <c>addressee</c> is whom documents are to be served on.</summary>
    public static FrozenSet<string> PersonRoles { get; } = Codes(
        "suspect accused convicted victim witness expert informant contact associate account-holder addressee other");

    /// <summary><c>/urgency</c>.</summary>
    public static FrozenSet<string> Urgencies { get; } = Codes("routine urgent emergency");

    /// <summary><c>/handling</c>: the handling codes that police and prosecutors exchange with material, H0 (open) to H3 (further restrictions).</summary>
    public static FrozenSet<string> Handlings { get; } = Codes("H0 H1 H2 H3");

    /// <summary>The special categories of LED art. 10.</summary>
    public static FrozenSet<string> SpecialCategories { get; } = Codes(Special);

    /// <summary><c>/dataCategories</c>: the special categories, and the others.</summary>
    public static FrozenSet<string> DataCategories { get; } = Codes(
        "identity contact-details location images bank-records tax-records business-records employment-records travel-records " +
        "criminal-records statements subscriber-data traffic-data communications-content " + Special);

    private static FrozenSet<string> Codes(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
