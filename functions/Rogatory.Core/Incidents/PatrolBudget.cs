namespace Rogatory.Core.Incidents;

/// <summary>What is left of the bounds of a run.</summary>
internal sealed class PatrolBudget(PatrolBounds bounds, TimeProvider time)
{
    private readonly DateTimeOffset _until = time.GetUtcNow() + bounds.Time;

    /// <summary>How many bytes are left.</summary>
    public long Bytes { get; private set; } = bounds.Bytes;

    /// <summary>Whether the run has to stop.</summary>
    public bool IsSpent => Bytes <= 0 || time.GetUtcNow() >= _until;

    /// <summary>Takes bytes that were read.</summary>
    public void Take(long bytes) => Bytes -= bytes;
}
