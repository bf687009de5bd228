namespace Rogatory.Api.Retention;

/// <summary>Why a hold is lifted.</summary>
public sealed record LiftingBody(string Reasons);
