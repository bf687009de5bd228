namespace Rogatory.Core.Policy;

/// <summary>What comes with a transfer that rests on a rung.</summary>
/// <param name="Code">The condition's code.</param>
/// <param name="Citation">The provision.</param>
/// <param name="Text">One sentence.</param>
/// <param name="BindsSender">True for a duty on the sender.</param>
internal sealed record RungCondition(string Code, string Citation, string Text, bool BindsSender = false);
