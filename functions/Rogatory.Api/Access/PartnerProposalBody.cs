namespace Rogatory.Api.Access;

/// <summary>What a partner's entry is to be, whole.</summary>
public sealed record PartnerProposalBody(
    string Authority, string Jurisdiction, IReadOnlyList<PartnerKeyDocument> SigningKeys, IReadOnlyList<PartnerKeyDocument> EncryptionKeys)
    : PartnerEntryDocument(Authority, Jurisdiction, SigningKeys, EncryptionKeys)
{
    /// <summary>The change that the entry comes from which this replaces, as the register shows it; 0 for a partner that has none.</summary>
    public int Replaces { get; init; }
}
