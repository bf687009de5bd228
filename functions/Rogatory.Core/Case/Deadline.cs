namespace Rogatory.Core.Case;

/// <summary>A clock that runs in a case.</summary>
/// <param name="Clock">Its id in the policy pack, such as <c>eio.decide</c>.</param>
/// <param name="Due">The instant it runs out.</param>
/// <param name="Citation">The article that sets it, or the request's own date.</param>
/// <param name="MetBy">The events any one of which stops it.</param>
public sealed record Deadline(string Clock, DateTimeOffset Due, string Citation, IReadOnlyList<string> MetBy);
