namespace Rogatory.Api.Retention;

/// <summary>A version of the key-encryption key.</summary>
/// <param name="Key">Its id.</param>
/// <param name="State"><c>newest</c>, <c>enabled</c>, <c>retired</c> (by a rotation; it unwraps still) or <c>disabled</c>.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Envelopes">How many key envelopes are under it.</param>
public sealed record KeyVersionView(string Key, string State, DateTimeOffset MadeAt, int Envelopes);
