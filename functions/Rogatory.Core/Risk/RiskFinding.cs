namespace Rogatory.Core.Risk;

/// <summary>A rule that fired.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Level">The level that it lifts to.</param>
/// <param name="Citation">The provision it rests on.</param>
/// <param name="Verified">Whether the rule was checked against the official text.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Facts">The facts it used, with their values.</param>
/// <param name="Demands">The mitigations it demands (<see cref="Mitigation"/>).</param>
public sealed record RiskFinding(
    string Rule,
    RiskLevel Level,
    string Citation,
    bool Verified,
    string Message,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<string> Demands);
