using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Incidents;
using Rogatory.Core;

namespace Rogatory.Api.Incidents;

/// <summary>Incidents that are open, or all: the worst first, then by the clock that runs out next.</summary>
public sealed class ListIncidents(AccessGate gate, IncidentRegister register, IncidentJournal incidents)
{
    // Each is read for its clocks; whoever wants older ones has the ledgers.
    private const int MostListed = 500;

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.ListIncidents, AccessTarget.None, cancellationToken);
        Func<AccessCase, bool> sees = await gate.SeesAsync(caller, AccessAct.ListIncidents, cancellationToken);
        IncidentRegisterState known = await register.LoadAsync(cancellationToken);
        IEnumerable<IncidentOpened> asked = (string?)request.Query["state"] switch
        {
            null or "open" => known.Open,
            "all" => known.All,
            _ => throw new RefusedException("query-malformed", "The state is open or all."),
        };
        List<IncidentState> states = [];
        foreach (IncidentOpened one in asked.Reverse().Where(one => one.Case is not { } @case || sees(AccessCase.OfNamed(@case))).Take(MostListed))
        {
            // One that its own ledger does not know of yet is there with the next look of the watch.
            if (await incidents.FindAsync(one.Incident, cancellationToken) is { } state)
                states.Add(state);
        }

        return Results.Json(
            new IncidentList([.. states.OrderBy(one => one.IsClosed).ThenByDescending(one => one.Severity).ThenBy(one => one.NextDue ?? DateTimeOffset.MaxValue).Select(IncidentListEntry.Of)]), ApiJson.Options);
    }
}
