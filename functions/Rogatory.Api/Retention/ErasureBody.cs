namespace Rogatory.Api.Retention;

/// <summary>An erasure as an officer proposes it; without items it is for all that the case holds.</summary>
public sealed record ErasureBody(string Ground, string Citation, string Reasons, IReadOnlyList<string>? Items = null);
