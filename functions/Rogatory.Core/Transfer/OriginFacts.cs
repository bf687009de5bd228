using Rogatory.Core.Policy;
using static Rogatory.Core.Policy.Predicate;

namespace Rogatory.Core.Transfer;

/// <summary>Where the data came from, as far as that binds the transfer, and what goes out beyond the request.</summary>
internal static class OriginFacts
{
    private static readonly Predicate FromPartner = In("origin.kind", "partner-state");
    private static readonly Predicate Own = In("origin.kind", "own");
    private static readonly Predicate Organisation = In("recipient.kind", "international-organisation");
    private static readonly FactDefinition OriginState = FactVocabulary.Get("origin.state");
    private static readonly FactDefinition OnwardApplies = FactVocabulary.Get("onwardTransfer.applies");
    private static readonly FactDefinition StatedBeyond = FactVocabulary.Get("release.beyondRequest");
    private static readonly FactDefinition Spontaneous = FactVocabulary.Get("request.spontaneous");
    private static readonly FactDefinition Outgoing = FactVocabulary.Get("request.outgoing");
    private static readonly FactDefinition Asked = FactVocabulary.Get("request.dataCategories");
    private static readonly FactDefinition Released = FactVocabulary.Get("data.categories");
    private static readonly FactDefinition BasicsStated = FactVocabulary.Get("law.basicsStated");
    private static readonly FactDefinition SameState = FactVocabulary.Get("law.sameState");
    private static readonly FactDefinition OriginOther = FactVocabulary.Get("law.originOther");
    private static readonly FactDefinition OriginBoundByLed = FactVocabulary.Get("law.originBoundByLed");
    private static readonly FactDefinition Onward = FactVocabulary.Get("law.onward");
    private static readonly FactDefinition BeyondRequest = FactVocabulary.Get("law.beyondRequest");

    public static void Derive(FactSheet sheet)
    {
        bool hasRecipient = sheet.Recipient is not null || sheet.Ask(Organisation) == Truth.True;
        sheet.Set(BasicsStated, sheet.Date is null || sheet.Sending is null || !hasRecipient ? Truth.Unknown : Truth.True);
        string? origin = sheet[OriginState].Text;
        Truth fromPartner = FromAnother(sheet, origin);
        Truth goesBack = origin is null || sheet.Recipient is null ? Truth.Unknown : Truths.Of(origin == sheet.Recipient);
        Truth bound = fromPartner.And(sheet.Within("SCHENGEN", origin));
        sheet.Set(OriginOther, fromPartner.And(goesBack.Not()));
        sheet.Set(OriginBoundByLed, bound);
        sheet.Set(Onward, sheet[OnwardApplies].IsKnown ? sheet[OnwardApplies].Truth : bound.And(sheet.Within("SCHENGEN", sheet.Sending).Not()));
        sheet.Set(SameState, sheet.Sending is null || sheet.Recipient is null ? Truth.Unknown : Truths.Of(sheet.Sending == sheet.Recipient));
        sheet.Set(BeyondRequest, Beyond(sheet));
    }

    // What a joint team found is the state's whose member came by it; so is what nobody says was obtained, or gathered by the sender itself.
    private static Truth FromAnother(FactSheet sheet, string? origin) =>
        sheet.Ask(FromPartner) == Truth.True ? Truth.True
        : sheet.Ask(Own) == Truth.True ? Truth.False
        : origin is null || sheet.Sending is null ? Truth.Unknown
        : Truths.Of(origin != sheet.Sending);

    private static Truth Beyond(FactSheet sheet)
    {
        if (sheet[StatedBeyond].IsKnown)
            return sheet[StatedBeyond].Truth;
        if (sheet[Spontaneous].Truth == Truth.True || sheet[Outgoing].Truth == Truth.True)
            return Truth.False;
        return sheet[Asked].IsKnown && sheet[Released].IsKnown ? Truths.Of((sheet[Released].Bits & ~sheet[Asked].Bits) != 0) : Truth.Unknown;
    }
}
