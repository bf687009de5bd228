namespace Rogatory.Api.Access;

public sealed record PartnerList(IReadOnlyList<PartnerView> Partners);
