using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Receipt;

/// <summary>Private keys as JWK files, for tools that hold keys on one machine: a partner's own, and the development keys. A deployment's
/// keys stay in its vault.</summary>
public static class PrivateJwk
{
    /// <summary>Writes a private key on P-256; whoever holds the text holds the key.</summary>
    public static string Write(ECDsa key, string? keyId = null)
    {
        var json = EcJwk.From(key, keyId).ToJson();
        json["d"] = Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: true).D);
        return json.ToJsonString();
    }

    /// <summary>Writes a private RSA key; whoever holds the text holds the key.</summary>
    public static string Write(RSA key, string? keyId = null)
    {
        var json = RsaJwk.From(key, keyId).ToJson();
        var parameters = key.ExportParameters(includePrivateParameters: true);
        foreach (var (name, value) in Members(parameters)) json[name] = Base64Url.EncodeToString(value);
        return json.ToJsonString();
    }

    /// <summary>Reads a private key on P-256 and its id. The caller disposes the key.</summary>
    /// <exception cref="FormatException">It is not such a key, or its halves do not belong together.</exception>
    public static (ECDsa Key, string KeyId) ParseEc(string json)
    {
        var (publicKey, secret) = Split<EcJwk>(json, ["d"]);
        return (Complete(publicKey.Open(), secret, key =>
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            parameters.D = secret["d"];
            key.ImportParameters(parameters);
        }), publicKey.KeyId);
    }

    /// <summary>Reads a private RSA key, with all its primes and exponents, and its id. The caller disposes the key.</summary>
    /// <exception cref="FormatException">It is not such a key, or its halves do not belong together.</exception>
    public static (RSA Key, string KeyId) ParseRsa(string json)
    {
        var (publicKey, secret) = Split<RsaJwk>(json, ["d", "p", "q", "dp", "dq", "qi"]);
        return (Complete(publicKey.Open(), secret, key =>
        {
            var parameters = key.ExportParameters(includePrivateParameters: false);
            (parameters.D, parameters.P, parameters.Q) = (secret["d"], secret["p"], secret["q"]);
            (parameters.DP, parameters.DQ, parameters.InverseQ) = (secret["dp"], secret["dq"], secret["qi"]);
            key.ImportParameters(parameters);
        }), publicKey.KeyId);
    }

    private static T Complete<T>(T key, Dictionary<string, byte[]> secret, Action<T> import)
        where T : AsymmetricAlgorithm
    {
        try
        {
            import(key);
            return key;
        }
        catch (CryptographicException fault)
        {
            key.Dispose();
            throw new FormatException("The private half does not belong to the public one.", fault);
        }
        finally
        {
            foreach (var bytes in secret.Values) CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static (T PublicKey, Dictionary<string, byte[]> Secret) Split<T>(string json, string[] names)
        where T : Jwk
    {
        if (json.Length > Jwk.MostCharacters) throw new FormatException("The key is longer than 8,192 characters.");
        using var document = Jwk.ParseDocument(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException("A key is a JSON object.");
        var members = JsonObject.Create(document.RootElement)!;
        var secret = new Dictionary<string, byte[]>();
        foreach (var name in names)
        {
            var text = members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
            secret[name] = StrictBase64Url.TryDecode(text)
                ?? throw new FormatException($"The private member '{name}' is missing or not base64url.");
            members.Remove(name);
        }

        return Jwk.Parse(members.ToJsonString()) is T publicKey
            ? (publicKey, secret)
            : throw new FormatException("The key is of the other type.");
    }

    private static (string Name, byte[]? Value)[] Members(RSAParameters key) =>
        [("d", key.D), ("p", key.P), ("q", key.Q), ("dp", key.DP), ("dq", key.DQ), ("qi", key.InverseQ)];
}
