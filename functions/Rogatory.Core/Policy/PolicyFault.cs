namespace Rogatory.Core.Policy;

/// <summary>What is wrong with a policy that can be loaded.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Kind">The stable name of the fault: <c>never-fires</c>, <c>contradicts</c>, <c>no-test</c> or <c>test-fails</c>.</param>
/// <param name="Message">One sentence.</param>
public sealed record PolicyFault(string Rule, string Kind, string Message);
