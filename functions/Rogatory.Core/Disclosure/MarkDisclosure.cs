using Rogatory.Core.Case;
using Rogatory.Core.Receipt;

namespace Rogatory.Core.Disclosure;

/// <summary>Records what the dates of a disclosure bring.</summary>
public sealed class MarkDisclosure(CaseJournal journal)
{
    internal const string Actor = "system:flow";

    /// <summary>Records the mark, unless the disclosure has gone on meanwhile.</summary>
    public Task RunAsync(DisclosureId disclosure, DisclosureMark mark, CancellationToken cancellationToken)
    {
        CommandId command = CommandId.Derive("mark-disclosure", disclosure.ToString(), $"{mark}");
        DisclosureEvent marked = Make(disclosure, mark, command);
        return journal.AppendAsync(disclosure.Case, Actor, command, state =>
            state?.Find(disclosure)?.Apply(marked, Actor) is null ? [] : [marked], cancellationToken);
    }

    private static DisclosureEvent Make(DisclosureId disclosure, DisclosureMark mark, CommandId command) => mark switch
    {
        DisclosureMark.Escalated => new ApprovalEscalated { Command = command, Disclosure = disclosure },
        DisclosureMark.Lapsed => new DisclosureEnded { Command = command, Disclosure = disclosure, Cause = DisclosureEnd.Lapsed },
        DisclosureMark.Stopped => new DisclosureEnded { Command = command, Disclosure = disclosure, Cause = DisclosureEnd.Stopped },
        DisclosureMark.Barred => new DisclosureEnded { Command = command, Disclosure = disclosure, Cause = DisclosureEnd.Barred },
        DisclosureMark.Expired => new DisclosureEnded { Command = command, Disclosure = disclosure, Cause = DisclosureEnd.Expired },
        DisclosureMark.Reminded => new CollectionReminded { Command = command, Disclosure = disclosure },
        DisclosureMark.Overdue => new CollectionOverdue { Command = command, Disclosure = disclosure },
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };
}
