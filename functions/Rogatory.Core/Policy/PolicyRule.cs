namespace Rogatory.Core.Policy;

/// <summary>One rule of a pack.</summary>
/// <param name="Id">Its id, unique over all packs, such as <c>UNCAC-46-15-C</c>.</param>
/// <param name="Citation">The article it rests on; never blank.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Verified">Whether it was checked against the official text. A rule that was not can warn and start clocks, but never make a request incomplete.</param>
/// <param name="Message">One sentence for whoever reads the finding.</param>
/// <param name="Field">The member it is about: a JSON pointer, <c>*</c> standing for every entry of an array.</param>
/// <param name="When">Names of conditions (<see cref="RuleConditions"/>), all of which must hold; none means always.</param>
/// <param name="InForce">When it applies, where that is not when its instrument does.</param>
/// <param name="Clock">The clock of a clock, minimum or retain rule.</param>
public sealed record PolicyRule(
    string Id,
    string Citation,
    RuleEffect Effect,
    bool Verified,
    string Message,
    string? Field = null,
    IReadOnlyList<string>? When = null,
    InForce? InForce = null,
    RuleClock? Clock = null);
