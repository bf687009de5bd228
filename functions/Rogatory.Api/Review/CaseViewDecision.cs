namespace Rogatory.Api.Review;

/// <param name="Event">The decision's event, such as <c>review.request-accepted</c>.</param>
/// <param name="Ground">The ground's code.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="By">The officer.</param>
public sealed record CaseViewDecision(string Event, string Ground, string Citation, string By);
