using Rogatory.Core.Retention;

namespace Rogatory.Core.Flow;

/// <summary>What is due on one notice: the part of <see cref="CaseDecider"/> for it, as pure and as total.</summary>
internal static class NoticeDecider
{
    /// <summary>What is due at the instant, and when to look again; null when nothing will come by itself.</summary>
    public static (DueCommand? Due, DateTimeOffset? LookAgainAt) Decide(NoticeState notice, DateTimeOffset now) => notice switch
    {
        { Issued: null } => (new DueCommand.IssueNotice(notice.Id), null),
        { Acknowledged: not null } or { IsOverdue: true } => (null, null),
        { Issued.DueAt: var due } when due <= now => (new DueCommand.MarkNotice(notice.Id, NoticeMark.Overdue), null),
        { IsReminded: true, Issued.DueAt: var due } => (null, due),
        { Issued.RemindAt: var remind } when remind <= now => (new DueCommand.MarkNotice(notice.Id, NoticeMark.Reminded), null),
        { Issued.RemindAt: var remind } => (null, remind),
    };
}
