using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Flow;

/// <summary>What is due in one disclosure: the part of <see cref="CaseDecider"/> for it, as pure and as total.</summary>
internal static class DisclosureDecider
{
    /// <summary>What is due at the instant, and when to look again; null when nothing will come by itself.</summary>
    public static (IReadOnlyList<DueCommand> Due, DateTimeOffset? LookAgainAt) Decide(DisclosureState disclosure, DateTimeOffset now)
    {
        DisclosureId id = disclosure.Id;
        return disclosure.Step switch
        {
            DisclosureStep.Proposed or DisclosureStep.Approved or DisclosureStep.Granted or DisclosureStep.Ready when disclosure.IsBarred =>
                ([new DueCommand.MarkDisclosure(id, DisclosureMark.Barred)], null),
            DisclosureStep.Proposed => Marks(id, now,
                (disclosure.IsEscalated ? null : disclosure.Proposal.EscalateAt, DisclosureMark.Escalated),
                (disclosure.Proposal.LapseAt, DisclosureMark.Lapsed)),
            DisclosureStep.Approved => ([new DueCommand.IssueGrant(id)], null),
            DisclosureStep.Granted when disclosure.Grant!.ExpiresAt <= now => ([new DueCommand.MarkDisclosure(id, DisclosureMark.Stopped)], null),
            DisclosureStep.Granted => (Release(disclosure), null),
            DisclosureStep.Ready => Marks(id, now,
                (disclosure.IsReminded ? null : disclosure.Manifest!.RemindAt, DisclosureMark.Reminded),
                (disclosure.IsOverdue ? null : disclosure.Manifest!.ReceiptDue, DisclosureMark.Overdue),
                (disclosure.Manifest!.ExpiresAt, DisclosureMark.Expired)),
            DisclosureStep.Fetched => Fetched(disclosure, now),
            _ => (Remove(disclosure), null),
        };
    }

    // What the partner fetched is gone from here when it expires, is found to be wrong, or may go no further; but the receipt stays due.
    private static (IReadOnlyList<DueCommand> Due, DateTimeOffset? LookAgainAt) Fetched(DisclosureState disclosure, DateTimeOffset now)
    {
        (IReadOnlyList<DueCommand> due, DateTimeOffset? next) = Marks(disclosure.Id, now,
            (disclosure.IsReminded ? null : disclosure.Manifest!.RemindAt, DisclosureMark.Reminded),
            (disclosure.IsOverdue ? null : disclosure.Manifest!.ReceiptDue, DisclosureMark.Overdue));
        DateTimeOffset expires = disclosure.Manifest!.ExpiresAt;
        return expires <= now || disclosure.CopyFault is not null || disclosure.IsBarred
            ? ([.. due, .. Remove(disclosure)], next)
            : (due, next < expires ? next : expires);
    }

    private static IReadOnlyList<DueCommand> Remove(DisclosureState disclosure) =>
        disclosure.Grant is null || disclosure.CopiesRemoved ? [] : [new DueCommand.RemoveCopies(disclosure.Id)];

    private static IReadOnlyList<DueCommand> Release(DisclosureState disclosure)
    {
        ItemId[] left = [.. disclosure.Proposal.Items.Where(item => !disclosure.Released.ContainsKey(item.ToString()))];
        return left.Length == 0
            ? [new DueCommand.IssueManifest(disclosure.Id)]
            : [.. left.Select(item => new DueCommand.ReleaseItem(disclosure.Id, item))];
    }

    // A later mark says more than an earlier one, so only the last that is due is made.
    private static (IReadOnlyList<DueCommand> Due, DateTimeOffset? LookAgainAt) Marks(
        DisclosureId id, DateTimeOffset now, params ReadOnlySpan<(DateTimeOffset? At, DisclosureMark Mark)> marks)
    {
        DueCommand? due = null;
        DateTimeOffset? next = null;
        foreach ((DateTimeOffset? at, DisclosureMark mark) in marks)
        {
            if (at <= now)
                due = new DueCommand.MarkDisclosure(id, mark);
            else if (at is { } later && !(next <= later))
                next = later;
        }

        return (due is null ? [] : [due], next);
    }
}
