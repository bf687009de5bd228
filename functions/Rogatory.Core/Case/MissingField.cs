namespace Rogatory.Core.Case;

/// <summary>Something the legal instrument asks a request to say and this one does not.</summary>
/// <param name="Rule">The rule's id in the policy pack.</param>
/// <param name="Field">JSON pointer into the request.</param>
/// <param name="Citation">The article that asks for it.</param>
public sealed record MissingField(string Rule, string Field, string Citation);
