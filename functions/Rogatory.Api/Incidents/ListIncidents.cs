using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Incidents;

namespace Rogatory.Api.Incidents;

/// <summary>Incidents that are open, or all: the worst first, then by the clock that runs out next. Whom one is about is not told of it.</summary>
public sealed class ListIncidents(AccessGate gate, IncidentRegister register, IncidentJournal incidents)
{
    // Each is read for its clocks; whoever wants the others has the ledgers.
    private const int MostListed = 500;

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.ListIncidents, AccessTarget.None, cancellationToken);
        Func<AccessCase?, bool> sees = await gate.SeesAsync(caller, AccessAct.ListIncidents, cancellationToken);
        IncidentRegisterState known = await register.LoadAsync(cancellationToken);
        IEnumerable<IncidentOpened> open = known.Open.OrderByDescending(one => one.Severity).ThenBy(one => one.AwareAt);
        IEnumerable<IncidentOpened> asked = (string?)request.Query["state"] switch
        {
            null or "open" => open,
            "all" => open.Concat(known.All.Reverse().Except(known.Open)),
            _ => throw new RefusedException("query-malformed", "The state is open or all."),
        };
        IncidentOpened[] seen = [.. asked.Where(one => one.Officer != caller.Officer && sees(one.Case is { } @case ? AccessCase.OfNamed(@case) : null))];
        List<IncidentListEntry> listed = [];
        foreach (IncidentOpened one in seen.Take(MostListed))
        {
            if (await FindAsync(one, caller.Officer, cancellationToken) is { } entry)
                listed.Add(entry);
        }

        return Results.Json(
            new IncidentList(
                [.. listed.OrderBy(one => one.State == "closed").ThenByDescending(one => one.Severity).ThenBy(one => one.Due ?? DateTimeOffset.MaxValue)], Math.Max(0, seen.Length - MostListed)),
            ApiJson.Options);
    }

    // One that its own ledger does not know of yet is there with the next look of the watch.
    private async Task<IncidentListEntry?> FindAsync(IncidentOpened one, OfficerId caller, CancellationToken cancellationToken)
    {
        try
        {
            return await incidents.FindAsync(one.Incident, cancellationToken) is { } state && !state.Concerns(caller) ? IncidentListEntry.Of(state) : null;
        }
        catch (LedgerBrokenException)
        {
            return IncidentListEntry.OfUnreadable(one);
        }
    }
}
