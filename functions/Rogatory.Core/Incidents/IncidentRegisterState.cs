using System.Collections.Immutable;
using Rogatory.Core.Case;

namespace Rogatory.Core.Incidents;

/// <summary>What the register of incidents comes to.</summary>
public sealed record IncidentRegisterState : IFolded
{
    /// <summary>Every incident, oldest first.</summary>
    public ImmutableList<IncidentOpened> All { get; init; } = [];

    /// <summary>Those that are not closed, oldest first.</summary>
    public ImmutableList<IncidentOpened> Open { get; init; } = [];

    /// <summary>The ids of all commands that took effect.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <inheritdoc />
    public bool Has(CommandId command) => Commands.Contains(command.ToString());

    /// <summary>The incident of that cause at that place that is open; null when none is.</summary>
    public IncidentOpened? FindOpen(IncidentCause cause, IncidentPlace place) => Places.GetValueOrDefault((cause, place)).Open;

    /// <summary>The incident, open or closed; null when there is none.</summary>
    public IncidentOpened? Find(IncidentId incident) => ById.GetValueOrDefault(incident);

    /// <summary>The id of the next incident of that cause at that place.</summary>
    public IncidentId NextOf(IncidentCause cause, IncidentPlace place) => IncidentId.Of(cause, place, Places.GetValueOrDefault((cause, place)).Count + 1);

    private ImmutableDictionary<IncidentId, IncidentOpened> ById { get; init; } = ImmutableDictionary<IncidentId, IncidentOpened>.Empty;

    // How many there were of a cause at a place, and the one of them that is open.
    private ImmutableDictionary<(IncidentCause Cause, IncidentPlace Place), (int Count, IncidentOpened? Open)> Places { get; init; } =
        ImmutableDictionary<(IncidentCause Cause, IncidentPlace Place), (int Count, IncidentOpened? Open)>.Empty;

    /// <summary>The state after one more line.</summary>
    /// <exception cref="CaseHistoryException">The event cannot happen here.</exception>
    public IncidentRegisterState Apply(LedgerEvent happened, long seq)
    {
        ArgumentNullException.ThrowIfNull(happened);
        IncidentRegisterState next = this with { Commands = Commands.Add(happened.Command.ToString()) };
        return happened switch
        {
            IncidentOpened one when one.Incident == NextOf(one.Cause, one.Place) && FindOpen(one.Cause, one.Place) is null =>
                next.With(one, one) with { All = All.Add(one), Open = Open.Add(one), ById = ById.SetItem(one.Incident, one) },
            IncidentSettled one when Find(one.Incident) is { } open && FindOpen(open.Cause, open.Place) == open => next.With(open, null) with { Open = Open.Remove(open) },
            _ => throw new CaseHistoryException(seq, "it opens what is open, settles what is not, or is no event of the register of incidents"),
        };
    }

    private IncidentRegisterState With(IncidentOpened one, IncidentOpened? open)
    {
        int count = Places.GetValueOrDefault((one.Cause, one.Place)).Count + (open is null ? 0 : 1);
        return this with { Places = Places.SetItem((one.Cause, one.Place), (count, open)) };
    }
}
