using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Drills;

namespace Rogatory.Api.Drills;

/// <summary>Begins a run, and brings about what it begins with before it answers.</summary>
public sealed class PostDrill(AccessGate gate, DrillRegister register, DrillCatalogue catalogue, DrillEngine engine)
{
    private const int MostBytes = 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostDrill, AccessTarget.None, cancellationToken);
        DrillBody body = await ApiJson.ReadAsync<DrillBody>(request, MostBytes, cancellationToken);
        (DrillRun run, bool isNew) = await register.StartAsync(caller.Officer, body.Drill, cancellationToken);
        run = await engine.AdvanceAsync(run, cancellationToken);
        return Results.Json(DrillView.Of(catalogue.For(run), run, register.EndOf(run), isFinished: false), ApiJson.Options,
            statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
