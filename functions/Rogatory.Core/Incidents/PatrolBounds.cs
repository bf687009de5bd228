namespace Rogatory.Core.Incidents;

/// <summary>What one run of a patrol may take; it stops there, within a body if need be, and the next goes on from there.</summary>
/// <param name="Bytes">How many bytes of bodies.</param>
/// <param name="Time">How long.</param>
public sealed record PatrolBounds(long Bytes, TimeSpan Time)
{
    /// <summary>A run that a timer starts every ten minutes.</summary>
    public static readonly PatrolBounds OfTimer = new(32L << 30, TimeSpan.FromMinutes(8));

    /// <summary>A run that somebody waits for.</summary>
    public static readonly PatrolBounds OfCall = new(1L << 30, TimeSpan.FromMinutes(1));
}
