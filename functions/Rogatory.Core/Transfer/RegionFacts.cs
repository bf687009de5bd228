using Rogatory.Core.Policy;
using static Rogatory.Core.Policy.Predicate;

namespace Rogatory.Core.Transfer;

/// <summary>In which states the bytes lie or would lie, measured against the limits set and against the area in which the law applies.</summary>
internal static class RegionFacts
{
    private static readonly Predicate Paired = In("regions.replication", "paired");
    private static readonly FactDefinition Stored = FactVocabulary.Get("regions.stored");
    private static readonly FactDefinition Outbound = FactVocabulary.Get("regions.outbound");
    private static readonly FactDefinition Limits = FactVocabulary.Get("regions.limits");
    private static readonly FactDefinition AccessFrom = FactVocabulary.Get("regions.accessFrom");
    private static readonly FactDefinition OutsideLimits = FactVocabulary.Get("law.regionOutsideLimits");
    private static readonly FactDefinition RegionUnknown = FactVocabulary.Get("law.regionUnknown");
    private static readonly FactDefinition RegionThirdCountry = FactVocabulary.Get("law.regionThirdCountry");
    private static readonly FactDefinition AccessThirdCountry = FactVocabulary.Get("law.accessThirdCountry");

    public static void Derive(FactSheet sheet)
    {
        string?[] names = [sheet[Stored].Text, sheet[Outbound].Text];
        RegionRow?[] regions = [.. names.OfType<string>().Select(sheet.Tables.Region)];
        sheet.Set(RegionUnknown, Truths.Of(regions.Contains(null)));
        sheet.Set(OutsideLimits, !sheet[Limits].IsKnown ? Truth.False : regions.Length == 0 ? Truth.Unknown : AnyState(sheet, regions, state => Allowed(sheet, state).Not()));
        sheet.Set(RegionThirdCountry, AnyState(sheet, regions, state => Abroad(sheet, state)));
        sheet.Set(AccessThirdCountry, sheet[AccessFrom].Text is { } from ? Abroad(sheet, from) : Truth.False);
    }

    /// <summary>A region without an entry has a fact of its own, and counts for nothing here.</summary>
    private static Truth AnyState(FactSheet sheet, RegionRow?[] regions, Func<string, Truth> test)
    {
        var any = Truth.False;
        foreach (RegionRow region in regions.OfType<RegionRow>())
        {
            any = any.Or(test(region.State));
            if (region.Pair is { } pair && sheet.Tables.Region(pair) is { } other)
                any = any.Or(sheet.Ask(Paired).And(test(other.State)));
        }

        return any;
    }

    private static Truth Allowed(FactSheet sheet, string state)
    {
        var allowed = Truth.False;
        foreach (string area in sheet[Limits].Areas)
            allowed = allowed.Or(area == state ? Truth.True : area.Length == 2 && area != "EU" ? Truth.False : sheet.Within(area, state));
        return allowed;
    }

    /// <summary>Outside the sender's area and not at home with the recipient.</summary>
    private static Truth Abroad(FactSheet sheet, string state)
    {
        if (state == sheet.Recipient || state == sheet.Sending)
            return Truth.False;
        Truth sender = sheet.Within("SCHENGEN", sheet.Sending);
        return sender.And(sheet.Within("SCHENGEN", state).Or(sheet.Within("EEA", state)).Not());
    }
}
