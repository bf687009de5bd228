using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Retention;

namespace Rogatory.Core.Incidents;

/// <summary>Which items of a case an incident concerns.</summary>
internal static class AffectedItems
{
    /// <summary>
    /// The item that it names with what is derived from it; of an officer what the officer read, of a partner what was handed to it, whatever became of that since; else all that the case holds.
    /// What was erased before an incident of the whole case is not among that.
    /// </summary>
    /// <param name="state">The case.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="read">What the officer whom it is about read; null where it is about none.</param>
    public static IReadOnlyCollection<ItemId> Of(CaseState state, IncidentState incident, IReadOnlySet<ItemId>? read)
    {
        IncidentOpened opened = incident.Opened;
        if (opened.Item is { } named)
            return [.. state.Sealed.Values.Select(one => one.Item).Where(one => one == named || (Derivation.IsContent(one) && Derivation.Covers([named], one)))];
        IEnumerable<ItemId> reached = read is not null ? read.Select(MaterialOf) : opened.Partner is { } partner ? HandedTo(state, partner) : [];
        ItemId[] certain = [.. reached.Distinct().Where(item => Derivation.IsContent(item) && state.Find(item) is not null)];
        // Where a case is named, and the program handed or showed nothing of it, it went another way: nobody knows how much.
        if (certain.Length > 0 || opened.Case is null)
            return certain;
        HashSet<ItemId> known = [.. incident.Effects?.Items.Where(one => one.Case == state.Case).Select(one => one.Item) ?? []];
        bool isOfSender = read is null && opened.Partner is { } sender && state.IsFrom(sender);
        return [.. state.Sealed.Values.Select(one => one.Item).Where(item => Derivation.IsContent(item)
            && (!state.Retention.IsGone(item) || known.Contains(item)) && (!isOfSender || state.IsFromPartner(Derivation.SourceOf(item) ?? item)))];
    }

    /// <summary>What the item tells of: of what was found in an item, that item.</summary>
    public static ItemId MaterialOf(ItemId item) => Derivation.IsFindings(item) ? Derivation.HolderOf(item) ?? Derivation.SourceOf(item)!.Value : item;

    private static IEnumerable<ItemId> HandedTo(CaseState state, PartnerId partner) =>
        state.Disclosures.Where(one => one.Partner == partner && one.HasLeftUs).SelectMany(one => one.Proposal.Items);
}
