using Rogatory.Core.Policy;
using static Rogatory.Core.Policy.Predicate;

namespace Rogatory.Core.Transfer;

/// <summary>Which data protection regime applies to the sender, whether the recipient is in a third country under it, and adequacy.</summary>
internal static class RegimeFacts
{
    // LED art. 63(1); GDPR art. 99(2).
    private static readonly DateOnly LedApplies = new(2018, 5, 6);
    private static readonly DateOnly GdprApplies = new(2018, 5, 25);

    /// <summary>Some purpose is one of LED art. 1(1).</summary>
    public static readonly Predicate LedPurpose = In(
        "purposes", "prevention", "investigation", "detection", "prosecution", "execution-of-penalties", "public-security", "asset-recovery");

    private static readonly Predicate OtherPurpose = In("purposes", "administrative-proceeding", "civil-proceeding", "tax-proceeding", "other");
    private static readonly Predicate NotCompetent = In("sender.kind", "other-public-body", "private-party");
    private static readonly Predicate StatedLed = In("regime", "led");
    private static readonly Predicate Organisation = In("recipient.kind", "international-organisation");
    private static readonly Predicate PublicRecipient = In("recipient.kind", "competent-authority", "other-public-body");

    private static readonly FactDefinition Categories = FactVocabulary.Get("data.categories");
    private static readonly FactDefinition OrganisationName = FactVocabulary.Get("recipient.organisation");
    private static readonly FactDefinition ScopeCovered = FactVocabulary.Get("adequacyScopeCovered");
    private static readonly FactDefinition Led = FactVocabulary.Get("law.led");
    private static readonly FactDefinition Gdpr = FactVocabulary.Get("law.gdpr");
    private static readonly FactDefinition LedThirdCountry = FactVocabulary.Get("law.ledThirdCountry");
    private static readonly FactDefinition GdprThirdCountry = FactVocabulary.Get("law.gdprThirdCountry");
    private static readonly FactDefinition BeforeUnionRules = FactVocabulary.Get("law.beforeUnionRules");
    private static readonly FactDefinition RegimeConflict = FactVocabulary.Get("law.regimeConflict");
    private static readonly FactDefinition LedAdequate = FactVocabulary.Get("law.ledAdequate");
    private static readonly FactDefinition GdprAdequate = FactVocabulary.Get("law.gdprAdequate");
    private static readonly FactDefinition StatedConvention108 = FactVocabulary.Get("recipient.boundByConvention108");
    private static readonly FactDefinition BoundByConvention108 = FactVocabulary.Get("law.boundByConvention108");
    private static readonly FactDefinition AdequateUnderGdprOnly = FactVocabulary.Get("law.adequateUnderGdprOnly");

    public static void Derive(FactSheet sheet)
    {
        Truth stated = sheet.Ask(StatedLed);
        Truth led = ByPurpose(sheet, LedPurpose, forBody: Truth.False, stated);
        Truth gdpr = ByPurpose(sheet, OtherPurpose, forBody: Truth.True, stated.Not());
        bool conflicts = (stated == Truth.True && led == Truth.False) || (stated == Truth.False && gdpr == Truth.False);
        sheet.Set(RegimeConflict, Truths.Of(conflicts));

        // Data that are not personal fall under neither; data of unknown kind are taken for personal, and LED art. 10 asks what they are.
        Truth personal = Truths.Of(sheet[Categories] is not { IsKnown: true, Bits: 0 });
        Truth sender = sheet.Within("SCHENGEN", sheet.Sending);
        sheet.Set(Led, sender.And(sheet.Since(LedApplies)).And(personal).And(stated == Truth.True ? Truth.True : led));
        sheet.Set(Gdpr, sheet.Within("EEA", sheet.Sending).And(sheet.Since(GdprApplies)).And(personal).And(stated == Truth.False ? Truth.True : gdpr));

        Truth organisation = Truths.Of(sheet.Ask(Organisation) == Truth.True);
        Truth outside = organisation.Or(sheet.Within("SCHENGEN", sheet.Recipient).Not());
        sheet.Set(LedThirdCountry, outside);
        sheet.Set(GdprThirdCountry, organisation.Or(sheet.Within("EEA", sheet.Recipient).Not()));
        sheet.Set(BoundByConvention108, sheet[StatedConvention108].IsKnown ? sheet[StatedConvention108].Truth : sheet.Within("ETS108", sheet.Recipient));
        sheet.Set(BeforeUnionRules, sender.And(sheet.Since(LedApplies).Not()).And(outside).And(personal));

        sheet.Set(LedAdequate, Adequacy(sheet, "led", organisation == Truth.True));
        sheet.Set(GdprAdequate, Adequacy(sheet, "gdpr", organisation == Truth.True));
        sheet.Set(AdequateUnderGdprOnly, Truths.Of(Find(sheet, "led", organisation == Truth.True) is null && Find(sheet, "gdpr", organisation == Truth.True) is not null));
    }

    // Who sends outweighs what for: a body that is no competent authority is under the GDPR for every purpose.
    private static Truth ByPurpose(FactSheet sheet, Predicate purposes, Truth forBody, Truth stated)
    {
        if (sheet.Ask(NotCompetent) == Truth.True)
            return forBody;
        Truth known = sheet.Ask(purposes);
        return known == Truth.Unknown ? stated : known;
    }

    private static Truth Adequacy(FactSheet sheet, string regime, bool organisation)
    {
        if (sheet.Date is null || (!organisation && sheet.Recipient is null))
            return Truth.Unknown;
        if (Find(sheet, regime, organisation) is not { } row)
            return Truth.False;
        if (!row.Eea && sheet.Within("EU", sheet.Sending) != Truth.True)
            return Truth.False;
        return row.Partial ? sheet.Ask(PublicRecipient).Not().And(sheet[ScopeCovered].Truth) : Truth.True;
    }

    private static AdequacyRow? Find(FactSheet sheet, string regime, bool organisation)
    {
        string? of = organisation ? sheet[OrganisationName] is { IsKnown: true } name ? name.Show(OrganisationName) : null : sheet.Recipient;
        return of is null || sheet.Date is not { } day ? null : sheet.Tables.Adequacy(regime, of, day, sheet.KnownOn);
    }
}
