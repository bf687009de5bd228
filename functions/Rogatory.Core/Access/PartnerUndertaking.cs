using System.Buffers;

namespace Rogatory.Core.Access;

/// <summary>The undertaking to keep what is handed over confidential, as a partner signed it.</summary>
/// <param name="Version">The version of the text: <c>[a-z0-9][a-z0-9.-]{0,39}</c>.</param>
/// <param name="Digest">Hex SHA-256 of the text that was signed.</param>
/// <param name="SignedOn">The day of the signature, in UTC.</param>
/// <param name="ValidUntil">The last day on which it binds.</param>
public sealed record PartnerUndertaking(string Version, string Digest, DateOnly SignedOn, DateOnly ValidUntil)
{
    private const int MostVersion = 40;
    private const int DigestCharacters = 64;
    private const int MostYears = 5;

    private static readonly SearchValues<char> InVersion = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");
    private static readonly SearchValues<char> InDigest = SearchValues.Create("0123456789abcdef");

    /// <summary>Refuses one that could not have been signed so.</summary>
    /// <param name="today">The day it is recorded on, in UTC.</param>
    /// <exception cref="RefusedException"><c>undertaking-malformed</c>.</exception>
    public void Check(DateOnly today)
    {
        if (Version.Length is 0 or > MostVersion || Version[0] is '.' or '-' || Version.AsSpan().ContainsAnyExcept(InVersion))
            throw RefusedException.Malformed("undertaking-malformed", "/version", "The version of the text is 1 to 40 lower-case letters, digits, dots and hyphens.");
        if (Digest.Length != DigestCharacters || Digest.AsSpan().ContainsAnyExcept(InDigest))
            throw RefusedException.Malformed("undertaking-malformed", "/digest", "The digest is the SHA-256 of the text that was signed, in lower-case hex.");
        if (SignedOn > today)
            throw RefusedException.Malformed("undertaking-malformed", "/signedOn", "It can't be signed on a day still to come.");
        if (ValidUntil < SignedOn || SignedOn.Year > DateOnly.MaxValue.Year - MostYears || ValidUntil > SignedOn.AddYears(MostYears))
            throw RefusedException.Malformed("undertaking-malformed", "/validUntil", "An undertaking binds for at least the day it is signed on, and for at most five years.");
    }

    /// <summary>Whether it binds on that day.</summary>
    public bool BindsOn(DateOnly day) => day >= SignedOn && day <= ValidUntil;
}
