namespace Rogatory.Core.Transfer;

/// <summary>Which instrument governs, and why.</summary>
/// <param name="Chosen">Its id, <c>none</c>, or null when that is unknown.</param>
/// <param name="Citation">The provision that orders it before the others, or that binds the states.</param>
/// <param name="Why">A few sentences: why this one, what else could carry the transfer, and what must be looked up.</param>
/// <param name="Considered">Every instrument looked at, with whether it binds both states on the day.</param>
public sealed record InstrumentOutcome(string? Chosen, string Citation, string Why, IReadOnlyList<InstrumentConsidered> Considered);
