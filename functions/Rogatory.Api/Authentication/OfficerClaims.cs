using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Rogatory.Core.Access;

namespace Rogatory.Api.Authentication;

/// <summary>The claims of a verified token that we use.</summary>
internal sealed record OfficerClaims(OfficerId Officer, IReadOnlySet<OfficerRole> Roles, string Session, bool ShowSecondFactor)
{
    private const int MostSessionCharacters = 128;

    private static readonly SearchValues<char> SessionCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private static readonly FrozenDictionary<string, OfficerRole> RoleNames =
        Enum.GetValues<OfficerRole>().ToFrozenDictionary(role => role.ToString().ToLowerInvariant());

    /// <summary>Methods of RFC 8176 that prove possession or inherence, or say that several were used. Those that travel over the
    /// telephone network (sms, tel) or prove only knowledge or circumstances (pwd, pin, kba, geo, rba, wia) are not enough.</summary>
    private static readonly FrozenSet<string> SecondFactors =
        FrozenSet.Create("mfa", "otp", "hwk", "swk", "sc", "fpt", "face", "iris", "retina");

    /// <summary>Reads the claims; null when the subject is no officer's id, no session is named, or a claim has the wrong type.</summary>
    public static OfficerClaims? TryRead(JsonWebToken token)
    {
        try
        {
            // Read anew and strictly: a claim that stands twice must not mean one thing here and another to the next reader.
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            if (!IsHeaderKnown(token.EncodedHeader, options)) return null;
            using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload), options);
            var claims = payload.RootElement;
            if (!OfficerId.TryParse(Text(claims, "sub"), out var officer)) return null;
            if ((Text(claims, "sid") ?? Text(claims, "jti")) is not { Length: > 0 and <= MostSessionCharacters } session
                || session.AsSpan().ContainsAnyExcept(SessionCharacters)) return null;
            var roles = Texts(claims, "roles").Where(RoleNames.ContainsKey).Select(name => RoleNames[name]).ToFrozenSet();
            return new OfficerClaims(officer, roles, session, Texts(claims, "amr").Any(SecondFactors.Contains));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A member that says the token must be understood in a way that we do not know makes it no token (RFC 7515 section 4.1.11),
    /// and so does a <c>typ</c> of something that is none.</summary>
    private static bool IsHeaderKnown(string encoded, JsonDocumentOptions options)
    {
        using var header = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(encoded), options);
        var members = header.RootElement;
        return !members.TryGetProperty("crit", out _) && !members.TryGetProperty("zip", out _)
            && (Text(members, "typ") ?? "JWT").ToLowerInvariant() is "jwt" or "at+jwt" or "application/jwt" or "application/at+jwt";
    }

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<string> Texts(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(text => text.GetString() ?? "")] : [];
}
