using Rogatory.Core.Review;

namespace Rogatory.Api.Review;

/// <summary>A decision as a reviewer sends it.</summary>
public sealed record DecisionBody(DecisionKind Decision, string Ground, string Citation, string Reasons);
