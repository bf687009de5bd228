using Rogatory.Core.Access;

namespace Rogatory.Core.Incidents;

/// <summary>What an officer says for a notice; all else is filled in from the ledgers.</summary>
/// <param name="Kind">To whom it goes.</param>
/// <param name="Partner">The partner, for a notice to one.</param>
public sealed record NoticeDraft(NoticeKind Kind, PartnerId? Partner)
{
    /// <summary>The likely consequences (LED art. 30(3)(c)); null while they are not known.</summary>
    public string? Consequences { get; init; }

    /// <summary>The measures taken or proposed (LED art. 30(3)(d)), beside those on record; null while they are not known.</summary>
    public string? Measures { get; init; }

    /// <summary>For the persons concerned: what happened, in clear and plain language (LED art. 31(2)).</summary>
    public string? PlainWords { get; init; }

    /// <summary>Whom to ask (LED art. 30(3)(b)): the data protection officer or another contact point; null for the contact of the authority.</summary>
    public string? ContactPoint { get; init; }

    /// <summary>How the persons can be grouped, and about how many they are, where an officer knows better than the ledgers.</summary>
    public long? Persons { get; init; }

    /// <summary>For a transferring Party: conditions on passing the notice on (CETS 224 art. 14(7)).</summary>
    public string? Restrictions { get; init; }

    /// <summary>The reasons for a delay (LED art. 30(1)), once the clock has run out.</summary>
    public string? DelayReasons { get; init; }
}
