namespace Rogatory.Core.Transfer;

/// <summary>A ladder of grounds for transfer, tried from the top until one holds.</summary>
/// <param name="Ladder">Its id: <c>LED-LADDER</c> or <c>GDPR-LADDER</c>.</param>
/// <param name="Passed">The rung that holds, or null.</param>
/// <param name="Rungs">The rungs that were tried, in order.</param>
public sealed record LadderOutcome(string Ladder, string? Passed, IReadOnlyList<RungOutcome> Rungs);
