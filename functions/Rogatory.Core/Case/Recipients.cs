using Rogatory.Core.Access;

namespace Rogatory.Core.Case;

/// <summary>The tag that says for whom a case has disclosures or notices, so that a partner's list need not open every case.</summary>
public static class Recipients
{
    // An index tag's value has at most 256 characters.
    private const int MostCharacters = 256;
    private const string Many = "+";

    /// <summary>The tag's value: the partners' ids with spaces between, or <c>+</c> when they don't fit; null when there is none.</summary>
    public static string? TagOf(CaseState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        string ids = string.Join(' ', state.Disclosures.Where(one => one.Manifest is not null).Select(one => one.Partner.ToString())
            .Concat(state.Corrections.Notices.Where(one => one.Issued is not null).Select(one => one.Partner.ToString()))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return ids.Length == 0 ? null : ids.Length > MostCharacters ? Many : ids;
    }

    /// <summary>Whether a case with these tags may have a disclosure or a notice for the partner.</summary>
    public static bool MayInclude(IReadOnlyDictionary<string, string> tags, PartnerId partner)
    {
        ArgumentNullException.ThrowIfNull(tags);
        string? ids = tags.GetValueOrDefault(ProjectionTag.Recipients);
        return ids is not null && (ids == Many || ids.Split(' ').Contains(partner.ToString()));
    }
}
