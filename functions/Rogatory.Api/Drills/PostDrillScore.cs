using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Drills;

namespace Rogatory.Api.Drills;

public sealed class PostDrillScore(AccessGate gate, DrillRegister register, DrillCatalogue catalogue, ScoreDrill score)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string drill, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostDrillScore, AccessTarget.None, cancellationToken);
        DrillRun run = await register.GetAsync(caller.Officer, Parse.Case(drill), cancellationToken);
        (DrillRun scored, DrillScore result, string statement) = await score.RunAsync(run, cancellationToken);
        return Results.Json(new DrillScoreView(
            run.Case.ToString(), run.Drill, catalogue.For(run).Pitfall, scored.Scored!.Points, scored.Scored.Passed, result.Rules, statement), ApiJson.Options);
    }
}
