namespace Rogatory.Api.Access;

/// <summary>Why an officer has to see a case at once.</summary>
public sealed record GlassBody(string Reasons);
