namespace Rogatory.Core.Intake;

/// <summary>What a rule of the policy has to say about a request.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="IsMissing">True when it makes the request incomplete; false when it only tells the reviewer something.</param>
/// <param name="Field">JSON pointer (RFC 6901) to the member.</param>
/// <param name="Citation">The article that asks for it.</param>
/// <param name="Message">One sentence; repeats nothing that the request says.</param>
/// <param name="Verified">Whether the rule was checked against the official text.</param>
public sealed record Finding(string Rule, bool IsMissing, string Field, string Citation, string Message, bool Verified);
