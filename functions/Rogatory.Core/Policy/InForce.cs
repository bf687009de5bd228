namespace Rogatory.Core.Policy;

/// <summary>When law applies.</summary>
/// <param name="From">The first day.</param>
/// <param name="Citation">The provision that says so.</param>
/// <param name="To">The last day, or null while no end is known.</param>
public sealed record InForce(DateOnly From, string Citation, DateOnly? To = null)
{
    /// <summary>True on days from the first to the last, both included.</summary>
    public bool On(DateOnly day) => From <= day && (To is null || day <= To);
}
