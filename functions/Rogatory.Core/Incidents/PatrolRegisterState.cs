using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>What the ledger of patrols comes to: where the next run goes on.</summary>
public sealed record PatrolRegisterState : IFolded
{
    // No run is so far behind unless nothing ran at all, and by then each case has had another day of its own.
    private const int MostDaysBehind = 30;

    /// <summary>How far the newest share came; null before the first.</summary>
    public ShareWalked? Walked { get; init; }

    /// <summary>Where the reading of a body in the vault stopped last; null before the first.</summary>
    public ReadingPaused? Body { get; init; }

    /// <summary>Where the reading of a copy stopped last; null before the first.</summary>
    public ReadingPaused? Copy { get; init; }

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The day whose share is to be looked at next; null when that of today is finished.</summary>
    public DateOnly? ShareDueOn(DateOnly today)
    {
        if (Walked is null)
            return today;
        DateOnly next = Walked.IsFinished ? Walked.Share.AddDays(1) : Walked.Share;
        DateOnly first = today.AddDays(-MostDaysBehind);
        return next > today ? null : next < first ? first : next;
    }

    /// <summary>The state after one more line.</summary>
    public PatrolRegisterState Apply(LedgerEvent happened, long seq)
    {
        PatrolRegisterState next = this with { Commands = Commands.Add(happened.Command.ToString()) };
        return happened switch
        {
            ReadingPaused { Share: null } one => next with { Copy = one },
            ReadingPaused one => next with { Body = one },
            ShareWalked one => next with { Walked = one },
            _ => throw new CaseHistoryException(seq, "its event is not one of patrols"),
        };
    }
}
