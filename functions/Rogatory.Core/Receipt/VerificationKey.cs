using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;

namespace Rogatory.Core.Receipt;

/// <summary>A key that verifies statements, with the time in which it signed. A retired key stays in the set with its end.</summary>
/// <param name="Key">The public key.</param>
/// <param name="ValidFrom">From this time on, <c>nbf</c>.</param>
/// <param name="ValidUntil">Up to and not at this time, <c>exp</c>; null while it still signs.</param>
/// <remarks>
/// In the JWK set the validity is the members <c>nbf</c> and <c>exp</c>, whole seconds since 1970 as in a JWT (RFC 7519 section 2):
/// names that other software for JWK sets already reads so. A statement is held against the validity at its own <c>at</c>,
/// so that an old receipt still verifies after its key was retired. A key of the space of drills has a member <c>space</c>, <c>drill</c>, and
/// verifies no statement but a drill's.
/// </remarks>
public sealed record VerificationKey(EcJwk Key, DateTimeOffset ValidFrom, DateTimeOffset? ValidUntil)
{
    private const int MostKeys = 64;

    /// <summary>What it signs statements about.</summary>
    public Space Space { get; init; } = Space.Real;

    /// <summary>Whether the key signed at that time.</summary>
    public bool IsValidAt(DateTimeOffset at) => at >= ValidFrom && !(at >= ValidUntil);

    /// <summary>The JWK with <c>nbf</c>, once retired <c>exp</c>, and <c>space</c> for a key of drills.</summary>
    public JsonObject ToJson()
    {
        var json = Key.ToJson();
        json["nbf"] = ValidFrom.ToUnixTimeSeconds();
        if (ValidUntil is { } end) json["exp"] = end.ToUnixTimeSeconds();
        if (Space == Space.Drill) json["space"] = Space.Name;
        return json;
    }

    /// <summary>Reads the verification keys of a JWK set: those with <c>use</c> <c>sig</c>. Others, such as the key to seal to, are
    /// passed over.</summary>
    /// <exception cref="FormatException">It is not a JWK set of at most 64 keys, one with <c>use</c> <c>sig</c> can't be read, or a
    /// <c>kid</c> stands twice.</exception>
    public static IReadOnlyList<VerificationKey> ReadSet(JsonElement jwkSet)
    {
        if (jwkSet.ValueKind != JsonValueKind.Object || !jwkSet.TryGetProperty("keys", out var keys)
            || keys.ValueKind != JsonValueKind.Array || keys.GetArrayLength() > MostKeys)
            throw new FormatException("A JWK set is an object with an array 'keys' of at most 64 keys.");
        var read = new List<VerificationKey>();
        foreach (var json in keys.EnumerateArray())
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("use", out var use) || !use.ValueEquals("sig")) continue;
            if (Jwk.Parse(json) is not EcJwk key) throw new FormatException("A key that verifies statements is an EC key.");
            if (read.Exists(other => other.Key.KeyId == key.KeyId)) throw new FormatException("A key id stands twice in the set.");
            var from = Time(json, "nbf") ?? throw new FormatException("A verification key needs 'nbf'.");
            read.Add(new VerificationKey(key, from, Time(json, "exp")) { Space = SpaceOf(json) });
        }

        return read;
    }

    private static Space SpaceOf(JsonElement json) =>
        !json.TryGetProperty("space", out var value) ? Space.Real
        : value.ValueKind == JsonValueKind.String && Space.TryParse(value.GetString(), out var space) ? space
        : throw new FormatException("The member 'space' must be real or drill.");

    private static DateTimeOffset? Time(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new FormatException($"The member '{name}' must be whole seconds since 1970.");
    }
}
