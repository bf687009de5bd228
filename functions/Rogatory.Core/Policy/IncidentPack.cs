namespace Rogatory.Core.Policy;

/// <summary>A pack of rules on incidents as written.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Version">The day on which it was last changed.</param>
/// <param name="Source">Where its texts were read.</param>
/// <param name="Causes">Each cause once.</param>
/// <param name="Severities">What raises the severity.</param>
/// <param name="Clocks">The clocks that run.</param>
internal sealed record IncidentPack(
    string Title,
    DateOnly Version,
    string Source,
    IReadOnlyList<CauseRule> Causes,
    IReadOnlyList<SeverityRule> Severities,
    IReadOnlyList<IncidentClockRule> Clocks);
