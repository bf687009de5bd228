using System.Collections.Immutable;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Intake;

/// <summary>
/// A letter of request as data. What makes it readable and able to open a case is required; what only makes it complete under its
/// legal instrument may be absent, and <see cref="Completeness"/> says so. Texts are as sent; blank ones count as absent there.
/// </summary>
public sealed record RequestDocument
{
    /// <summary>The partner's own reference; with the partner it determines the case.</summary>
    public required string Reference { get; init; }

    /// <summary>The law relied on.</summary>
    public required LegalBasis LegalBasis { get; init; }

    /// <summary>The material that will follow, at most <see cref="RequestLimits.MostItems"/>.</summary>
    public required IReadOnlyList<DeclaredItem> Items { get; init; }

    /// <summary>The authority that asks.</summary>
    public RequestingAuthority? Authority { get; init; }

    /// <summary>The proceeding that the request serves.</summary>
    public Proceeding? Proceeding { get; init; }

    /// <summary>One of <see cref="RequestVocabulary.Purposes"/>.</summary>
    public string? Purpose { get; init; }

    /// <summary>The offences.</summary>
    public IReadOnlyList<Offence> Offences { get; init; } = [];

    /// <summary>The summary of facts.</summary>
    public string? Facts { get; init; }

    /// <summary>The help asked for.</summary>
    public IReadOnlyList<AssistanceSought> Assistance { get; init; } = [];

    /// <summary>The persons concerned, at most <see cref="RequestLimits.MostPersons"/>.</summary>
    public IReadOnlyList<PersonConcerned> Persons { get; init; } = [];

    /// <summary>One of <see cref="RequestVocabulary.Urgencies"/>.</summary>
    public string? Urgency { get; init; }

    /// <summary>The date by which the partner asks for an answer.</summary>
    public DateOnly? RespondBy { get; init; }

    /// <summary>Whether the fact and substance of the request are to be kept secret.</summary>
    public bool? Confidential { get; init; }

    /// <summary>One of <see cref="RequestVocabulary.Handlings"/>.</summary>
    public string? Handling { get; init; }

    /// <summary>Of <see cref="RequestVocabulary.DataCategories"/>, each once.</summary>
    public IReadOnlyList<string> DataCategories { get; init; } = [];

    /// <summary>What of it may stand in a ledger.</summary>
    public RequestSummary Summary => new(
        LegalBasis.Instrument,
        LegalBasis.Article,
        Purpose,
        Urgency,
        Handling,
        RespondBy,
        Confidential,
        [.. Assistance.Select(sought => sought.Kind).OfType<string>().Distinct()],
        DataCategories,
        [.. Items.Select(item => item.Id)]);

    /// <summary>Reads the document strictly: unknown and repeated members, wrong types, and texts that could deceive a reader are refused.</summary>
    /// <param name="utf8">The document as sent: JSON in UTF-8, at most <see cref="RequestLimits.MostBytes"/>.</param>
    /// <param name="policy">Says which instruments are known; null when a request that was accepted before is read again.</param>
    /// <exception cref="RefusedException"><c>request-malformed</c>, with every fault found (as <see cref="RequestFault"/>) in the extension <c>faults</c>.</exception>
    public static RequestDocument Parse(ReadOnlyMemory<byte> utf8, PolicySet? policy = null)
    {
        if (TryParse(utf8, policy, out RequestDocument? document, out IReadOnlyList<RequestFault> faults))
            return document;
        throw new RefusedException("request-malformed", "The letter of request cannot be read as data. Each fault names its member.")
        {
            Extensions = ImmutableDictionary<string, object>.Empty.Add("faults", faults),
        };
    }

    /// <summary>As <see cref="Parse"/>, but hands the faults back. Throws nothing, whatever the bytes.</summary>
    /// <param name="utf8">The document as sent.</param>
    /// <param name="policy">Says which instruments are known; null for any.</param>
    /// <param name="document">The document, or null when there are faults.</param>
    /// <param name="faults">At most <see cref="RequestLimits.MostFaults"/>, in the order of the format.</param>
    public static bool TryParse(
        ReadOnlyMemory<byte> utf8,
        PolicySet? policy,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out RequestDocument? document,
        out IReadOnlyList<RequestFault> faults)
    {
        var found = new RequestFaults();
        document = RequestReader.Read(utf8, policy, found);
        faults = found.All;
        if (faults.Count > 0)
            document = null;
        return document is not null;
    }

    /// <summary>Says nothing of the content.</summary>
    public override string ToString() => nameof(RequestDocument);
}
