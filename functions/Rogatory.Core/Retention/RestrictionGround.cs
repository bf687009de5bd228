namespace Rogatory.Core.Retention;

/// <summary>Why an item is restricted instead of erased (LED art. 16(3)).</summary>
public enum RestrictionGround
{
    /// <summary>The person contests that it is accurate, and whether it is can't be ascertained (point (a)).</summary>
    AccuracyContested,

    /// <summary>It must be kept as evidence (point (b)).</summary>
    KeptAsEvidence,
}
