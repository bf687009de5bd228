using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

/// <summary>Who a partner is, and its keys.</summary>
public record PartnerEntryDocument(
    string Authority, string Jurisdiction, IReadOnlyList<PartnerKeyDocument> SigningKeys, IReadOnlyList<PartnerKeyDocument> EncryptionKeys)
{
    public static PartnerEntryDocument Of(PartnerEntry entry) => new(
        entry.Authority, entry.Jurisdiction.ToString(), [.. entry.SigningKeys.Select(PartnerKeyDocument.Of)], [.. entry.EncryptionKeys.Select(PartnerKeyDocument.Of)]);

    public PartnerEntry ToEntry()
    {
        if (!StateCode.TryParse(Jurisdiction, out StateCode jurisdiction))
            throw RefusedException.Malformed("partner-malformed", "/jurisdiction", "The jurisdiction is an ISO 3166-1 alpha-2 code.");
        return new PartnerEntry(Authority, jurisdiction, Keys("/signingKeys", SigningKeys), Keys("/encryptionKeys", EncryptionKeys));
    }

    private static DatedKey[] Keys(string pointer, IReadOnlyList<PartnerKeyDocument> keys) =>
        [.. keys.Select((one, index) => one is null
            ? throw RefusedException.Malformed("partner-malformed", $"{pointer}/{index}", "A key is an object with key, validFrom and validUntil.")
            : new DatedKey(one.Key.ToJsonString(), one.ValidFrom, one.ValidUntil))];
}
