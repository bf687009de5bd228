using Rogatory.Core.Policy;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Access;

/// <summary>Who a partner is and which keys count for it, as one admin proposes and another approves. Keys overlap while they are rotated: each counts in its own time.</summary>
/// <param name="Authority">The authority's name, at most 200 characters.</param>
/// <param name="Jurisdiction">The state it belongs to.</param>
/// <param name="SigningKeys">Public EC P-256 keys that verify what it signs: one to eight, each of another id.</param>
/// <param name="EncryptionKeys">Public RSA keys to seal to it: one to eight, each of another id. The newest that is valid is sealed to.</param>
public sealed record PartnerEntry(string Authority, StateCode Jurisdiction, IReadOnlyList<DatedKey> SigningKeys, IReadOnlyList<DatedKey> EncryptionKeys)
{
    private const int MostAuthority = 200;
    private const int MostKeys = 8;
    private const int MostYears = 5;

    /// <summary>Refuses an entry that could not be used.</summary>
    /// <exception cref="RefusedException"><c>partner-malformed</c>.</exception>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Authority) || Authority.Length > MostAuthority || Authority.Any(char.IsControl))
            throw Malformed("/authority", "The authority's name is 1 to 200 characters without control characters.");
        Check<EcJwk>("/signingKeys", SigningKeys, "A signing key is a public EC P-256 key as a JWK.");
        Check<RsaJwk>("/encryptionKeys", EncryptionKeys, "An encryption key is a public RSA key as a JWK.");
    }

    /// <summary>Refuses a key that has the id of another which counted before: what was sealed to an id, or signed under it, was that one's.</summary>
    /// <param name="before">Entries of the same partner that were approved.</param>
    /// <exception cref="RefusedException"><c>partner-malformed</c>.</exception>
    public void RefuseReusedIds(IEnumerable<PartnerEntry> before)
    {
        ArgumentNullException.ThrowIfNull(before);
        Dictionary<string, string> known = before.SelectMany(one => one.SigningKeys.Concat(one.EncryptionKeys)).Select(one => one.Key).Distinct(StringComparer.Ordinal)
            .GroupBy(key => Jwk.Parse(key).KeyId, StringComparer.Ordinal).ToDictionary(keys => keys.Key, keys => keys.Last(), StringComparer.Ordinal);
        foreach ((string pointer, IReadOnlyList<DatedKey> keys) in new[] { ("/signingKeys", SigningKeys), ("/encryptionKeys", EncryptionKeys) })
        {
            for (int index = 0; index < keys.Count; index++)
            {
                if (known.TryGetValue(Jwk.Parse(keys[index].Key).KeyId, out string? other) && other != keys[index].Key)
                    throw Malformed($"{pointer}/{index}/key", "Another key of this partner had this id. Give the key an id of its own.");
            }
        }
    }

    /// <summary>The thumbprints of its keys, of either kind: the same for a key whatever its id.</summary>
    public IEnumerable<string> Thumbprints() => SigningKeys.Concat(EncryptionKeys).Select(one => Jwk.Parse(one.Key).Thumbprint);

    /// <summary>The same entry with the keys in their one spelling.</summary>
    /// <exception cref="FormatException">It was not checked, and has something else where a key is to be.</exception>
    public PartnerEntry Normalised() => this with { SigningKeys = Normalised(SigningKeys), EncryptionKeys = Normalised(EncryptionKeys) };

    /// <summary>Whether another says the same.</summary>
    public bool Equals(PartnerEntry? other) =>
        other is not null && Authority == other.Authority && Jurisdiction == other.Jurisdiction
        && SigningKeys.SequenceEqual(other.SigningKeys) && EncryptionKeys.SequenceEqual(other.EncryptionKeys);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Authority, Jurisdiction, SigningKeys.Count, EncryptionKeys.Count);

    private static DatedKey[] Normalised(IReadOnlyList<DatedKey> keys) =>
        [.. keys.Select(one => one with { Key = Jwk.Parse(one.Key).ToJson().ToJsonString(), ValidFrom = one.ValidFrom.ToUniversalTime(), ValidUntil = one.ValidUntil.ToUniversalTime() })];

    private static void Check<TKey>(string pointer, IReadOnlyList<DatedKey> keys, string wanted)
        where TKey : Jwk
    {
        if (keys.Count is 0 or > MostKeys)
            throw Malformed(pointer, "A partner has one to eight keys of each kind.");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (int index = 0; index < keys.Count; index++)
        {
            (DateTime from, DateTime until) = (keys[index].ValidFrom.UtcDateTime, keys[index].ValidUntil.UtcDateTime);
            if (until <= from || from.Year > DateTime.MaxValue.Year - MostYears || until > from.AddYears(MostYears))
                throw Malformed($"{pointer}/{index}/validUntil", "A key is valid for more than nothing and at most five years.");
            if (IdOf<TKey>(keys[index].Key) is not { } id)
                throw Malformed($"{pointer}/{index}/key", wanted);
            if (!ids.Add(id))
                throw Malformed($"{pointer}/{index}/key", "Each of a partner's keys of one kind has another id.");
        }
    }

    private static string? IdOf<TKey>(string json)
        where TKey : Jwk
    {
        try
        {
            return (Jwk.Parse(json) as TKey)?.KeyId;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static RefusedException Malformed(string pointer, string detail) => RefusedException.Malformed("partner-malformed", pointer, detail);
}
