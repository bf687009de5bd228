using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>What came of a review: the last day that the case is needed, and why.</summary>
public sealed record KeepingBody(DateOnly KeepUntil, KeepingGround Ground, string Citation, string Reasons);
