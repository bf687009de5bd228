using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Drills;

namespace Rogatory.Api.Drills;

public sealed class GetDrill(AccessGate gate, DrillRegister register, DrillCatalogue catalogue, DrillEntries entries)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string drill, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.GetDrill, AccessTarget.None, cancellationToken);
        DrillRun run = await register.GetAsync(caller.Officer, Parse.Case(drill), cancellationToken);
        DrillDefinition definition = catalogue.For(run);
        bool finished = DrillScore.IsFinishedBy(definition, run.Player, await entries.ReadAsync(definition, run, register.EndOf(run), cancellationToken));
        return Results.Json(DrillView.Of(definition, run, register.EndOf(run), finished), ApiJson.Options);
    }
}
