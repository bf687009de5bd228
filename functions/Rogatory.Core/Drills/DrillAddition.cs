namespace Rogatory.Core.Drills;

/// <summary>Material that an officer of the script adds to the case, as what the execution of the request gave.</summary>
/// <param name="Item">The item.</param>
/// <param name="DataCategories">The personal data in it, as the officer declares them.</param>
/// <param name="Origin">Who supplied it: <c>own</c>, <c>partner-state</c> or <c>joint-team</c>.</param>
/// <param name="State">The state that supplied it, where another did.</param>
/// <param name="Instrument">The instrument it was obtained under, where another state supplied it.</param>
public sealed record DrillAddition(DrillItem Item, IReadOnlyList<string> DataCategories, string Origin = "own", string? State = null, string? Instrument = null);
