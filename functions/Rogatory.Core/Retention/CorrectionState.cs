using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Retention;

/// <summary>What is restricted and rectified in a case, and who is told: a part of the fold over its ledger.</summary>
public sealed record CorrectionState
{
    /// <summary>That of a case in which nothing was corrected.</summary>
    public static CorrectionState None { get; } = new();

    /// <summary>The restrictions in force, by item id.</summary>
    public ImmutableDictionary<string, Correction<ItemRestricted>> Restrictions { get; init; } = ImmutableDictionary<string, Correction<ItemRestricted>>.Empty;

    /// <summary>The newest lifting of a restriction, by item id.</summary>
    public ImmutableDictionary<string, Correction<ItemUnrestricted>> Liftings { get; init; } = ImmutableDictionary<string, Correction<ItemUnrestricted>>.Empty;

    /// <summary>The rectifications by the id of the item that is wrong, the newest last.</summary>
    public ImmutableDictionary<string, ImmutableList<Correction<ItemRectified>>> Rectifications { get; init; } =
        ImmutableDictionary<string, ImmutableList<Correction<ItemRectified>>>.Empty;

    /// <summary>The notices that corrections made due, in the order of their numbers.</summary>
    public ImmutableList<NoticeState> Notices { get; init; } = [];

    /// <summary>The earliest date by which a partner has to acknowledge; null when none runs.</summary>
    public DateTimeOffset? NextDue => Notices.Select(one => one.NextDue).Min();

    /// <summary>Whether the item is restricted, itself or because what it is derived from is.</summary>
    public bool IsRestricted(ItemId item) => IsRestrictedItself(item) || (Derivation.SourceOf(item) is { } source && IsRestrictedItself(source))
        || (Derivation.HolderOf(item) is { } holder && IsRestrictedItself(holder));

    /// <summary>Whether a restriction of this very item is in force, which can be lifted.</summary>
    public bool IsRestrictedItself(ItemId item) => Restrictions.ContainsKey(item.ToString());

    /// <summary>The item that takes the place of one that is wrong, of an extract of such, or of a correction that came before; null where the item stands.</summary>
    public ItemId? CorrectionOf(ItemId item)
    {
        item = Derivation.OriginalOf(item);
        foreach (ImmutableList<Correction<ItemRectified>> all in Rectifications.Values)
        {
            ItemId newest = all[^1].Event.Correction;
            if (item != newest && (all[0].Event.Item == item || all.Exists(one => one.Event.Correction == item)))
                return newest;
        }

        return null;
    }

    /// <summary>The notice, or null.</summary>
    public NoticeState? Find(NoticeId notice) => notice.Number <= Notices.Count && Notices[notice.Number - 1].Id == notice ? Notices[notice.Number - 1] : null;

    /// <summary>The case after a line about a correction or a notice of one.</summary>
    /// <exception cref="CaseHistoryException">The event cannot happen here.</exception>
    internal static CaseState Fold(CaseState state, LedgerEvent happened, long seq, string actor)
    {
        CorrectionState before = state.Corrections;
        return happened switch
        {
            ItemRestricted one when state.Find(one.Item) is not null && !before.IsRestrictedItself(one.Item) => Tell(
                state with { Corrections = before with { Restrictions = before.Restrictions.Add(one.Item.ToString(), new(one, actor)) } },
                one.Item, one.Citation, NoticeMeasure.Restrict, WithDerived(state, one.Item), correction: null),
            ItemUnrestricted one when before.Restrictions.GetValueOrDefault(one.Item.ToString()) is { } restriction && restriction.By != actor => Tell(
                state with
                {
                    Corrections = before with
                    {
                        Restrictions = before.Restrictions.Remove(one.Item.ToString()),
                        Liftings = before.Liftings.SetItem(one.Item.ToString(), new(one, actor)),
                    },
                },
                one.Item, one.Citation, NoticeMeasure.Lift, WithDerived(state, one.Item), correction: null),
            ItemRectified one when state.Find(one.Item) is not null && state.Find(one.Correction) is not null => before.Rectify(state, one, actor),
            NoticeEvent one when before.Find(one.Notice)?.Apply(one) is { } notice =>
                state with { Corrections = before with { Notices = before.Notices.SetItem(one.Notice.Number - 1, notice) } },
            _ => throw new CaseHistoryException(seq, "what it corrects, or the notice it names, is not at the point before"),
        };
    }

    /// <summary>The case after a line on retention. What is erased is corrected too where that was for what it holds, not for its age.</summary>
    internal static CaseState AfterErasure(CaseState state, RetentionEvent happened)
    {
        if (happened is not ErasureBegun begun || state.Retention.FindErasure(begun.Erasure) is not { } erasure)
            return state;
        return erasure.IsCorrection
            ? begun.Items.Aggregate(state, (at, item) => Tell(at, item, erasure.Proposal.Citation, NoticeMeasure.Erase, [item], correction: null))
            : Bar(state, begun.Items);
    }

    private CaseState Rectify(CaseState state, ItemRectified one, string actor)
    {
        ImmutableList<Correction<ItemRectified>> earlier = Rectifications.GetValueOrDefault(one.Item.ToString(), []);
        return Tell(
            state with { Corrections = this with { Rectifications = Rectifications.SetItem(one.Item.ToString(), earlier.Add(new(one, actor))) } },
            one.Item, one.Citation, NoticeMeasure.Rectify,
            [.. WithExtracts(state, one.Item), .. earlier.Select(before => before.Event.Correction)], one.Correction);
    }

    private static IEnumerable<ItemId> WithExtracts(CaseState state, ItemId item) =>
        state.Sealed.Values.Select(one => one.Item).Where(one => Derivation.OriginalOf(one) == item);

    private static ItemId[] WithDerived(CaseState state, ItemId item) =>
        [.. state.Sealed.Values.Select(one => one.Item).Where(one => Derivation.Covers([item], one))];

    // Whom the item came from is told, and whoever was handed it; where it was under way to somebody it goes no further.
    private static CaseState Tell(
        CaseState state, ItemId item, string citation, NoticeMeasure measure, IReadOnlyList<ItemId> affected, ItemId? correction)
    {
        ImmutableList<NoticeState> notices = state.Corrections.Notices;
        if (state.IsFromPartner(item))
            notices = notices.Add(Notice(state.Partner, disclosure: null));
        foreach (DisclosureState holder in state.Disclosures.Where(one => one.HasLeftUs && one.Proposal.Items.Any(affected.Contains)))
            notices = notices.Add(Notice(holder.Partner, holder.Id));
        CaseState told = state with { Corrections = state.Corrections with { Notices = notices } };
        return measure == NoticeMeasure.Lift ? told : Bar(told, affected);

        NoticeState Notice(PartnerId partner, DisclosureId? disclosure) =>
            new(NoticeId.Of(state.Case, notices.Count + 1), partner, item, measure, citation, disclosure, correction);
    }

    private static CaseState Bar(CaseState state, IReadOnlyList<ItemId> affected) => state with
    {
        Disclosures = [.. state.Disclosures.Select(one => one.IsUnderWay && one.Proposal.Items.Any(affected.Contains) ? one with { IsBarred = true } : one)],
    };
}
