namespace Rogatory.Core.Access.Officers;

/// <summary>What the review of a broken glass came to.</summary>
public enum GlassOutcome
{
    /// <summary>It was needed.</summary>
    Justified,

    /// <summary>It was not.</summary>
    Unjustified,
}
