namespace Rogatory.Api.Intake;

/// <param name="Rule">The rule's id in the policy.</param>
/// <param name="Field">JSON pointer into the request.</param>
/// <param name="Citation">The article that asks for it.</param>
/// <param name="Message">What is missing, in a sentence.</param>
public sealed record RequestViewMissing(string Rule, string Field, string Citation, string Message);
