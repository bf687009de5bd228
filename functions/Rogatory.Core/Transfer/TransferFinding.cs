namespace Rogatory.Core.Transfer;

/// <summary>What one rule found.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Effect">What it does to the decision.</param>
/// <param name="Citation">The provision it rests on.</param>
/// <param name="Verified">Whether the rule was checked against the official text.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Facts">The facts it used, with their values, or <c>unknown</c>.</param>
/// <param name="Missing">The stated facts whose absence keeps it from an answer; empty when it has one.</param>
public sealed record TransferFinding(
    string Rule,
    FindingEffect Effect,
    string Citation,
    bool Verified,
    string Message,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<string> Missing);
