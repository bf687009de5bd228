using Rogatory.Core.Access;

namespace Rogatory.Core.Policy;

/// <summary>What is said where a condition is not met.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Citation">What asks for it.</param>
/// <param name="Message">That in a sentence.</param>
/// <param name="Remedy">What to do, and who can do it.</param>
internal sealed record AccessRule(string Id, AccessCondition Condition, string Citation, string Message, string Remedy);
