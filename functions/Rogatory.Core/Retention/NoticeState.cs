using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Retention;

/// <summary>A notice that a correction made due, and where it stands.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Partner">Whom it goes to.</param>
/// <param name="Item">The item that was corrected.</param>
/// <param name="Measure">What was done, and is asked.</param>
/// <param name="Citation">The article relied on.</param>
/// <param name="Disclosure">The disclosure that the partner has the item from; null for the authority that the item came from.</param>
/// <param name="Correction">The item that holds the correction, of a rectification.</param>
public sealed record NoticeState(
    NoticeId Id, PartnerId Partner, ItemId Item, NoticeMeasure Measure, string Citation, DisclosureId? Disclosure, ItemId? Correction)
{
    /// <summary>The notice as it was issued, once it was.</summary>
    public NoticeIssued? Issued { get; init; }

    /// <summary>Whether the partner was reminded of its acknowledgement.</summary>
    public bool IsReminded { get; init; }

    /// <summary>Whether the acknowledgement is overdue.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>The partner's acknowledgement, once it is in.</summary>
    public NoticeAcknowledged? Acknowledged { get; init; }

    /// <summary>When the acknowledgement is overdue; null when none is awaited.</summary>
    public DateTimeOffset? NextDue => Acknowledged is null ? Issued?.DueAt : null;

    /// <summary>The state after one more line about it, or null when the event cannot happen here.</summary>
    public NoticeState? Apply(NoticeEvent happened) => (happened, this) switch
    {
        (NoticeIssued one, { Issued: null }) => this with { Issued = one },
        (NoticeReminded, { Issued: not null, Acknowledged: null, IsReminded: false, IsOverdue: false }) => this with { IsReminded = true },
        (NoticeOverdue, { Issued: not null, Acknowledged: null, IsOverdue: false }) => this with { IsOverdue = true },
        (NoticeAcknowledged one, { Issued: not null, Acknowledged: null }) => this with { Acknowledged = one },
        _ => null,
    };
}
