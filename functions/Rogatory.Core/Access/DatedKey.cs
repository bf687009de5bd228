namespace Rogatory.Core.Access;

/// <summary>A partner's public key, and the time in which it counts.</summary>
/// <param name="Key">The key, as JSON of a JWK.</param>
/// <param name="ValidFrom">From this time on.</param>
/// <param name="ValidUntil">Up to and not at this time; a key always ends, and is renewed by two people.</param>
public sealed record DatedKey(string Key, DateTimeOffset ValidFrom, DateTimeOffset ValidUntil)
{
    /// <summary>Whether the key counts at that time.</summary>
    public bool IsValidAt(DateTimeOffset time) => time >= ValidFrom && time < ValidUntil;
}
