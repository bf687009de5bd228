namespace Rogatory.Api.Disclosure;

/// <summary>What there is for a partner, the earliest receipt first.</summary>
public sealed record DisclosureOfferList(IReadOnlyList<DisclosureOffer> Disclosures);
