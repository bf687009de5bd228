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
    public IncidentOpened? FindOpen(IncidentCause cause, IncidentPlace place) => Open.Find(one => one.Cause == cause && one.Place == place);

    /// <summary>The incident, open or closed; null when there is none.</summary>
    public IncidentOpened? Find(IncidentId incident) => All.Find(one => one.Incident == incident);

    /// <summary>The id of the next incident of that cause at that place.</summary>
    public IncidentId NextOf(IncidentCause cause, IncidentPlace place) =>
        IncidentId.Of(cause, place, All.Count(one => one.Cause == cause && one.Place == place) + 1);

    /// <summary>The state after one more line.</summary>
    /// <exception cref="CaseHistoryException">The event cannot happen here.</exception>
    public IncidentRegisterState Apply(LedgerEvent happened, long seq)
    {
        ArgumentNullException.ThrowIfNull(happened);
        IncidentRegisterState next = this with { Commands = Commands.Add(happened.Command.ToString()) };
        return happened switch
        {
            IncidentOpened one when one.Incident == NextOf(one.Cause, one.Place) && FindOpen(one.Cause, one.Place) is null =>
                next with { All = All.Add(one), Open = Open.Add(one) },
            IncidentSettled one when Open.Exists(open => open.Incident == one.Incident) => next with { Open = Open.RemoveAll(open => open.Incident == one.Incident) },
            _ => throw new CaseHistoryException(seq, "it opens what is open, settles what is not, or is no event of the register of incidents"),
        };
    }
}
