namespace Rogatory.Core.Retention;

/// <summary>Where an erasure stands.</summary>
public enum ErasureStep
{
    /// <summary>It waits for another officer.</summary>
    Proposed,

    /// <summary>An officer rejected it.</summary>
    Rejected,

    /// <summary>Nobody approved it in time.</summary>
    Lapsed,

    /// <summary>It is approved, and waits for the flow, or for a hold to be lifted that came after.</summary>
    Approved,

    /// <summary>The items can't be read any more; their key envelopes are being destroyed.</summary>
    Begun,

    /// <summary>It is done, and certified.</summary>
    Erased,
}
