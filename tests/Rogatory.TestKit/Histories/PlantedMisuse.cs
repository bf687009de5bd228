namespace Rogatory.TestKit.Histories;

/// <summary>Misuse in a made-up history.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Actor">Whose.</param>
/// <param name="Day">When.</param>
public sealed record PlantedMisuse(Misuse Kind, string Actor, DateOnly Day);
