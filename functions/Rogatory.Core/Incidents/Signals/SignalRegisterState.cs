using System.Collections.Immutable;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents.Signals;

/// <summary>What the ledger of signals comes to.</summary>
public sealed record SignalRegisterState : IFolded
{
    // No run is so far behind unless nothing ran at all.
    private const int MostDaysBehind = 30;

    /// <summary>Every signal, oldest first.</summary>
    public ImmutableList<SignalRaised> Raised { get; init; } = [];

    /// <summary>Every signal that an officer may see, newest first: whom one is about is not told that it is looked into.</summary>
    public IEnumerable<SignalRaised> ShownTo(OfficerId officer) => Raised.Where(one => !one.IsAbout(officer)).Reverse();

    /// <summary>The newest day that was looked at; null before the first.</summary>
    public DateOnly? Looked { get; init; }

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The days that are over and were not looked at, oldest first; yesterday alone before the first time, and no more than thirty.</summary>
    public IReadOnlyList<DateOnly> DueOn(DateOnly today)
    {
        DateOnly yesterday = today.AddDays(-1), earliest = today.AddDays(-MostDaysBehind);
        DateOnly first = Looked is { } looked ? looked.AddDays(1) : yesterday;
        if (first < earliest)
            first = earliest;
        return first > yesterday ? [] : [.. Enumerable.Range(0, yesterday.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
    }

    /// <summary>The state after one more line.</summary>
    /// <exception cref="CaseHistoryException">The line cannot follow.</exception>
    public SignalRegisterState Apply(LedgerEvent happened, long seq)
    {
        ArgumentNullException.ThrowIfNull(happened);
        SignalRegisterState next = this with { Commands = Commands.Add(happened.Command.ToString()) };
        return happened switch
        {
            SignalRaised one => next with { Raised = Raised.Add(one) },
            SignalsLooked one when Looked is null || one.Day > Looked => next with { Looked = one.Day },
            _ => throw new CaseHistoryException(seq, "it looks at a day again, or is no event of signals"),
        };
    }
}
