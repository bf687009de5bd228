using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Core.Retention;

/// <summary>Records what the dates of a notice bring.</summary>
public sealed class MarkNotice(CaseJournal journal)
{
    /// <summary>Records the mark, unless the partner has acknowledged meanwhile.</summary>
    public Task RunAsync(NoticeId notice, NoticeMark mark, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("mark-notice", notice.ToString(), $"{mark}");
        NoticeEvent marked = mark switch
        {
            NoticeMark.Reminded => new NoticeReminded { Command = command, Notice = notice },
            NoticeMark.Overdue => new NoticeOverdue { Command = command, Notice = notice },
            _ => throw new ArgumentOutOfRangeException(nameof(mark)),
        };
        return journal.AppendAsync(notice.Case, MarkDisclosure.Actor, command, state =>
            state?.Corrections.Find(notice)?.Apply(marked) is null ? [] : [marked], cancellationToken);
    }
}
