namespace Rogatory.Core.Reports;

/// <summary>Whether the ledgers that a report counts can be relied on.</summary>
public enum VerdictState
{
    /// <summary>Every ledger holds, and every case of the newest checkpoint is as it says.</summary>
    Holds,

    /// <summary>Every ledger holds, but no checkpoint proves them yet.</summary>
    Unproven,

    /// <summary>A ledger does not hold, is missing, or is not the one that a checkpoint names; or the checkpoint itself is not one that we signed.</summary>
    Broken,
}
