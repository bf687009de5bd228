using Rogatory.Core.Case;

namespace Rogatory.Core.Receipt;

/// <summary>A case vanished, shrank or changed since the last checkpoint, so no other is made. An incident is open.</summary>
public sealed class CheckpointStoppedException(CaseId @case)
    : Exception($"No checkpoint is made: the ledger of case {@case} is not one that grew from what the last checkpoint says.")
{
    /// <summary>The case.</summary>
    public CaseId Case => @case;
}
