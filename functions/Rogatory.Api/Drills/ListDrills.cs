using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Drills;

namespace Rogatory.Api.Drills;

public sealed class ListDrills(AccessGate gate, DrillRegister register, DrillCatalogue catalogue)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.ListDrills, AccessTarget.None, cancellationToken);
        IReadOnlyList<DrillRun> runs = await register.ListAsync(caller.Officer, cancellationToken);
        return Results.Json(new DrillList(
            [.. catalogue.Drills.Select(one => new DrillEntry(one.Drill, one.Version, one.Title, one.Hours, one.Pass))],
            [.. runs.Select(run => DrillRunEntry.Of(run, register.EndOf(run)))]), ApiJson.Options);
    }
}
