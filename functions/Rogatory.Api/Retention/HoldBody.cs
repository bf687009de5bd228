namespace Rogatory.Api.Retention;

/// <summary>A legal hold as an officer places it; without items it covers the whole case.</summary>
public sealed record HoldBody(string Ground, string Citation, string Reasons, IReadOnlyList<string>? Items = null);
