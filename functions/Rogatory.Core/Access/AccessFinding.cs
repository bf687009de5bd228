namespace Rogatory.Core.Access;

/// <summary>A condition that is not met.</summary>
/// <param name="Rule">The rule's id in the pack.</param>
/// <param name="Condition">What is missing.</param>
/// <param name="Citation">What asks for it.</param>
/// <param name="Message">That in a sentence.</param>
/// <param name="Remedy">What to do, and who can do it.</param>
/// <param name="Facts">What was seen: codes, ids and dates, by what they are.</param>
public sealed record AccessFinding(
    string Rule, AccessCondition Condition, string Citation, string Message, string Remedy, IReadOnlyDictionary<string, string> Facts);
