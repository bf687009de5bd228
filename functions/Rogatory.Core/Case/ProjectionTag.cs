namespace Rogatory.Core.Case;

/// <summary>The names of the index tags on a projection.</summary>
public static class ProjectionTag
{
    /// <summary>A <see cref="CaseStage"/>.</summary>
    public const string Stage = "stage";

    /// <summary>A <see cref="CasePhase"/>.</summary>
    public const string Phase = "phase";

    /// <summary>The partner's id.</summary>
    public const string Partner = "partner";

    /// <summary>The earliest running deadline, UTC to the second; absent when none runs.</summary>
    public const string Due = "due";

    /// <summary>The handling code; absent when the request names none.</summary>
    public const string Handling = "handling";

    /// <summary>The ledger's length in bytes that the projection reflects.</summary>
    public const string Length = "length";

    /// <summary>When the flow wants to look again, UTC to the second.</summary>
    public const string LookAgainAt = "look";

    /// <summary>For whom the case has disclosures or notices (<see cref="Case.Recipients"/>); absent when nobody.</summary>
    public const string Recipients = "recipients";

    /// <summary>The level of the newest assessment of risk; absent before the first.</summary>
    public const string Risk = "risk";

    /// <summary>How many key envelopes the flow found.</summary>
    public const string Envelopes = "envelopes";
}
