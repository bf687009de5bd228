namespace Rogatory.Core.Retention;

/// <summary>Why a review finds that a case is to be kept (LED art. 5).</summary>
public enum KeepingGround
{
    /// <summary>It is still necessary for the purpose that it was received for (LED art. 4(1)(e)).</summary>
    StillNeeded,

    /// <summary>It is evidence in proceedings that are not over (LED art. 16(3)(b)).</summary>
    PendingProceedings,

    /// <summary>A law says how long it is to be kept.</summary>
    LegalObligation,
}
