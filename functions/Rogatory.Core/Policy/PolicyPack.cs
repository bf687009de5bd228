namespace Rogatory.Core.Policy;

/// <summary>The rules of one legal instrument, or of the home authority itself.</summary>
/// <param name="Instrument">The id by which requests name the instrument, such as <c>UNCAC</c>; null for rules that hold under any.</param>
/// <param name="Title">Its name in full.</param>
/// <param name="Version">The day on which the pack was last changed.</param>
/// <param name="Source">Where its texts were read.</param>
/// <param name="InForce">When it applies. Which states it binds is not said here.</param>
/// <param name="Rules">Its rules.</param>
public sealed record PolicyPack(
    string? Instrument, string Title, DateOnly Version, string Source, InForce InForce, IReadOnlyList<PolicyRule> Rules);
