namespace Rogatory.Core.Drills;

/// <summary>What a rule gave.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Points">What was earned.</param>
/// <param name="Of">What could be.</param>
/// <param name="Fault">What was wrong; null where the points were earned.</param>
/// <param name="Explanation">Why, in a sentence for the player.</param>
/// <param name="Citation">The law or rule that says so.</param>
/// <param name="Entries">What it rests on; none where something is missing.</param>
public sealed record ScoredRule(string Rule, int Points, int Of, DrillFault? Fault, string Explanation, string Citation, IReadOnlyList<ScoredEntry> Entries);
