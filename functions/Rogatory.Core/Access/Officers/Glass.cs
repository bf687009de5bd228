namespace Rogatory.Core.Access.Officers;

/// <summary>A glass that was broken.</summary>
/// <param name="Broken">What the register says of it.</param>
/// <param name="BrokenAt">When.</param>
/// <param name="Review">The review; null while it is open.</param>
/// <param name="ReviewedBy">Who reviewed it, as the ledger names actors; null while it is open.</param>
/// <param name="ReviewedAt">When; null while it is open.</param>
public sealed record Glass(GlassBroken Broken, DateTimeOffset BrokenAt, GlassReviewed? Review = null, string? ReviewedBy = null, DateTimeOffset? ReviewedAt = null)
{
    /// <summary>Whether it waits for a second person.</summary>
    public bool IsOpen => Review is null;
}
