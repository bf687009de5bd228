using System.Text.Json.Nodes;

namespace Rogatory.Api.Disclosure;

/// <summary>Everything a partner needs to collect a disclosure.</summary>
/// <param name="Disclosure">The disclosure.</param>
/// <param name="State">As in the list.</param>
/// <param name="Manifest">The signed manifest, a compact JWS.</param>
/// <param name="Items">Key envelopes and links; none once it is over.</param>
/// <param name="Recall">The signed notice, where it was recalled.</param>
public sealed record DisclosureContent(string Disclosure, string State, string Manifest, IReadOnlyList<DisclosureContentItem> Items, string? Recall);
