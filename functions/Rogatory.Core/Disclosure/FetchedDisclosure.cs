namespace Rogatory.Core.Disclosure;

/// <summary>What a partner is handed.</summary>
/// <param name="State">The disclosure.</param>
/// <param name="Manifest">The signed manifest.</param>
/// <param name="Items">Key envelopes and links; none once it is over.</param>
/// <param name="LinksExpireAt">Until when the links work.</param>
/// <param name="Recall">The signed notice, where it was recalled.</param>
public sealed record FetchedDisclosure(
    DisclosureState State, string Manifest, IReadOnlyList<FetchedItem> Items, DateTimeOffset LinksExpireAt, string? Recall);
