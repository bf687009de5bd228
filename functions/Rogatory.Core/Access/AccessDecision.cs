namespace Rogatory.Core.Access;

/// <summary>The check's answer.</summary>
/// <param name="Act">What was asked.</param>
/// <param name="Findings">What is missing; empty where nothing is.</param>
/// <param name="Rules">The ids of the rules that were asked.</param>
/// <param name="Roles">The roles that the register grants and the token shows.</param>
/// <param name="Glass">The number of the broken glass that stood in for an assignment; null where none had to.</param>
/// <param name="Version">The day of the pack.</param>
public sealed record AccessDecision(
    AccessAct Act, IReadOnlyList<AccessFinding> Findings, IReadOnlyList<string> Rules, IReadOnlySet<OfficerRole> Roles, int? Glass, string Version)
{
    /// <summary>Whether it may be done.</summary>
    public bool IsAllowed => Findings.Count == 0;
}
