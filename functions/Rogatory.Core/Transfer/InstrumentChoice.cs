using System.Numerics;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Transfer;

/// <summary>
/// Which instrument governs. The order stands in the policy; a residual instrument yields to any treaty of mutual legal assistance that
/// binds both states (UNTOC art. 18(7), UNCAC art. 46(7), ETS 185 art. 27(1), 28(1)).
/// </summary>
internal static class InstrumentChoice
{
    private static readonly FactDefinition Named = FactVocabulary.Get("instrument.named");
    private static readonly FactDefinition LookedUp = FactVocabulary.Get("instrument.bindsBothStates");
    private static readonly FactDefinition Subjects = FactVocabulary.Get("instrument.subjectMatter");
    private static readonly Predicate OtherTreaty = Predicate.In("instrument.otherTreaty", "bilateral", "regional");
    private static readonly FactDefinition Instrument = FactVocabulary.Get("law.instrument");
    private static readonly FactDefinition NamedApplies = FactVocabulary.Get("law.namedApplies");
    private static readonly FactDefinition PartyRecalled = FactVocabulary.Get("law.partyRecalled");
    private static readonly FactDefinition UnConvention = FactVocabulary.Get("law.unConvention");
    private static readonly FactDefinition YieldsToNone = FactVocabulary.Get("law.yieldsToNone");
    private static readonly FactDefinition OtherTreatyStated = FactVocabulary.Get("instrument.otherTreaty");

    public static InstrumentOutcome Derive(FactSheet sheet)
    {
        string? named = NameOf(sheet);
        var binding = new Membership[sheet.Tables.Instruments.Count];
        for (int i = 0; i < binding.Length; i++)
            binding[i] = Binds(sheet, sheet.Tables.Instruments[i], named);

        int place = IndexOf(sheet, named);
        bool hasBasics = sheet.Date is not null && sheet.Sending is not null && sheet.Recipient is not null;
        sheet.Set(NamedApplies, named is null ? Truth.True : !hasBasics || place < 0 ? Truth.Unknown : Applies(binding[place]));
        sheet.Set(PartyRecalled, Truths.Of(place >= 0 && binding[place] == Membership.Recalled));
        sheet.Set(UnConvention, Truths.Of(hasBasics && Enumerable.Range(0, binding.Length).Any(i => IsUnConvention(sheet, i, named, binding[i]))));
        sheet.Set(YieldsToNone, Truth.True);
        if (!hasBasics)
            return Outcome(sheet, binding, null, "", "The date or a state is not stated, so no instrument can be chosen.");

        int chosen = Choose(sheet, binding, named, place);
        if (chosen < 0)
        {
            bool doubtful = place >= 0 && binding[place] is Membership.Doubtful;
            if (!doubtful)
                sheet.Set(Instrument, FactValue.OfBits(Instrument.BitsOf(["none"])!.Value));
            return Outcome(sheet, binding, doubtful ? null : "none", "", doubtful
                ? "Whether the named instrument binds both states must be looked up."
                : "No instrument of the policy is known to bind both states for this matter on this day.");
        }

        InstrumentRow row = sheet.Tables.Instruments[chosen];
        sheet.Set(Instrument, FactValue.OfBits(Instrument.BitsOf([row.Id])!.Value));
        string why = named is null || named == row.Id ? row.Why
            : place >= 0 && Applies(binding[place]) == Truth.True ? $"{row.Why} {named}, which was named, yields to it or is supplemented by it."
            : $"{row.Why} {named}, which was named, does not bind both states on this day.";
        if (!row.Residual)
            return Outcome(sheet, binding, row.Id, row.Citation, why);
        string[] before = MayGoBefore(sheet, binding);
        sheet.Set(YieldsToNone, before.Length == 0 ? Truth.True : Truth.Unknown);
        return Outcome(sheet, binding, row.Id, row.Citation, why + Rivals(sheet, binding, row, named) + (before.Length == 0 ? ""
            : $" Whether another treaty binds both states, to which it would yield, must be looked up ({string.Join(", ", before)})."));
    }

    // Neither UN convention yields to the other (UNTOC art. 18(7), UNCAC art. 46(7)), so the tie is ours to break, and to say.
    private static string Rivals(FactSheet sheet, Membership[] binding, InstrumentRow chosen, string? named)
    {
        string[] others = [.. sheet.Tables.Instruments.Where((row, i) => row.Residual && row != chosen && Applies(binding[i]) == Truth.True && Covers(sheet, row)).Select(row => row.Id)];
        return others.Length == 0 ? ""
            : $" {string.Join(" and ", others)} could carry it too: {chosen.Id} is taken because it {(named == chosen.Id ? "was named" : "comes first in the order of the policy")}.";
    }

    // A treaty that may bind both states goes before a residual instrument, even one that was named; only a person can tell.
    private static string[] MayGoBefore(FactSheet sheet, Membership[] binding) => sheet[OtherTreatyStated].IsKnown ? []
        : [.. sheet.Tables.Instruments.Where((row, i) => !row.Residual && !row.NamedOnly && binding[i] == Membership.Doubtful).Select(row => row.Id)];

    private static int Choose(FactSheet sheet, Membership[] binding, string? named, int place)
    {
        IReadOnlyList<InstrumentRow> all = sheet.Tables.Instruments;
        bool Usable(int i) => Applies(binding[i]) == Truth.True;
        bool namedUsable = place >= 0 && Usable(place);
        if (named is null && sheet.Ask(RegimeFacts.LedPurpose) == Truth.False)
            return -1; // These are treaties on criminal matters: for other purposes one counts only where it is named.
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].Residual || !Usable(i) || (all[i].NamedOnly && named != all[i].Id))
                continue;
            // A treaty that was named goes before other treaties of its rank, but a protocol goes with its treaty, and Union law before both.
            bool yields = namedUsable && !all[place].Residual && place > i && all[i].AlsoParties != named && all[i].Id is not ("EIO" or "EEVIDENCE");
            return yields ? place : i;
        }

        if (namedUsable)
            return place;
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].Residual && Usable(i) && Covers(sheet, all[i]))
                return i;
        }

        return -1;
    }

    private static Membership Binds(FactSheet sheet, InstrumentRow row, string? named)
    {
        if (row.Id == "BILATERAL" && sheet.Ask(OtherTreaty) == Truth.True)
            return Membership.Yes;
        Membership both = Both(sheet, row.Id, named);
        return row.AlsoParties is { } parent ? (Membership)Math.Min((int)both, (int)Both(sheet, parent, named)) : both;
    }

    private static Membership Both(FactSheet sheet, string list, string? named)
    {
        if (sheet.Date is not { } day || sheet.Sending is not { } sending || sheet.Recipient is not { } recipient)
            return Membership.No;
        Membership both = list == "BILATERAL"
            ? sheet.Tables.Between(sending, recipient, day, sheet.KnownOn)
            : (Membership)Math.Min((int)sheet.Tables.Of(list, sending, day, sheet.KnownOn), (int)sheet.Tables.Of(list, recipient, day, sheet.KnownOn));
        if (named != list)
            return both == Membership.Recalled ? Membership.Doubtful : both;
        return both is Membership.Doubtful or Membership.Recalled && sheet[LookedUp].Truth != Truth.Unknown
            ? sheet[LookedUp].Truth == Truth.True ? Membership.Yes : Membership.No
            : both;
    }

    private static Truth Applies(Membership membership) => membership switch
    {
        Membership.Yes or Membership.Recalled => Truth.True,
        Membership.Doubtful => Truth.Unknown,
        _ => Truth.False,
    };

    // Bank secrecy: UNTOC art. 18(8) and UNCAC art. 46(8) hold even where another treaty governs (paragraph 7 sets aside 9 to 29 only).
    private static bool IsUnConvention(FactSheet sheet, int index, string? named, Membership binds)
    {
        InstrumentRow row = sheet.Tables.Instruments[index];
        return row.Id is "UNTOC" or "UNCAC" && Applies(binds) == Truth.True
            && (named == row.Id || Covers(sheet, row));
    }

    private static bool Covers(FactSheet sheet, InstrumentRow row) =>
        sheet[Subjects] is { IsKnown: true, Bits: var subjects } && (Subjects.BitsOf(row.Subjects ?? []) & subjects) != 0;

    private static InstrumentOutcome Outcome(FactSheet sheet, Membership[] binding, string? chosen, string citation, string why) =>
        new(chosen, citation, why, [.. sheet.Tables.Instruments.Select((row, i) => new InstrumentConsidered(row.Id, binding[i] switch
        {
            Membership.Yes or Membership.Recalled => true,
            Membership.Doubtful => null,
            _ => false,
        }, Say(binding[i])))]);

    private static string Say(Membership membership) => membership switch
    {
        Membership.Yes => "It binds both states.",
        Membership.Recalled => "It binds both states as far as the policy recalls; the register was not read.",
        Membership.Doubtful => "Whether it binds both states must be looked up in the register.",
        Membership.NotInForce => "It is not in force on this day.",
        _ => "It does not bind both states on this day.",
    };

    private static string? NameOf(FactSheet sheet) =>
        sheet[Named] is { IsKnown: true, Bits: var bits } ? Named.Codes[BitOperations.TrailingZeroCount(bits)] : null;

    private static int IndexOf(FactSheet sheet, string? named)
    {
        for (int i = 0; i < sheet.Tables.Instruments.Count; i++)
        {
            if (sheet.Tables.Instruments[i].Id == named)
                return i;
        }

        return -1;
    }
}
