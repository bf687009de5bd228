namespace Rogatory.Core.Risk;

/// <summary>Why an assessment is another one than the one before. Where several things changed, the first of these.</summary>
public enum RiskCause
{
    /// <summary>There was none before.</summary>
    First,

    /// <summary>An incident was opened, of the case or of another one of its partner.</summary>
    Incident,

    /// <summary>A partner's entry or standing changed, or what the law tables say of its state.</summary>
    Partner,

    /// <summary>What officers said in a proposal to disclose.</summary>
    Disclosure,

    /// <summary>An officer opened what the program could not read.</summary>
    Read,

    /// <summary>The case holds something else, or more is known of what it holds.</summary>
    Classified,

    /// <summary>The rules changed.</summary>
    Policy,

    /// <summary>The time came of itself: an entry ran out, or a rule's time began or ended.</summary>
    Daily,
}
