using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

/// <summary>A notice of a correction.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Partner">Whom it goes to.</param>
/// <param name="Item">The item that was corrected.</param>
/// <param name="Measure">What was done, and is asked.</param>
/// <param name="Disclosure">The disclosure that the partner has the item from; null for the authority that it came from.</param>
/// <param name="State"><c>due</c>, <c>issued</c>, <c>reminded</c>, <c>overdue</c> or <c>acknowledged</c>.</param>
/// <param name="DueAt">When the acknowledgement is overdue; null until it is issued.</param>
public sealed record NoticeView(
    string Notice, string Partner, string Item, NoticeMeasure Measure, string? Disclosure, string State, DateTimeOffset? DueAt)
{
    public static NoticeView Of(NoticeState one) => new(
        one.Id.ToString(), one.Partner.ToString(), one.Item.ToString(), one.Measure, one.Disclosure?.ToString(), StateOf(one), one.Issued?.DueAt);

    public static string StateOf(NoticeState one) => one switch
    {
        { Issued: null } => "due",
        { Acknowledged: not null } => "acknowledged",
        { IsOverdue: true } => "overdue",
        { IsReminded: true } => "reminded",
        _ => "issued",
    };
}
