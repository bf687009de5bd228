using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

public sealed class PostTraining(AccessGate gate, TrainOfficer train, OfficerRegister register, PolicySet policy)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostTraining, AccessTarget.OfOfficer(officer), cancellationToken);
        TrainingBody body = await ApiJson.ReadAsync<TrainingBody>(request, MostBytes, cancellationToken);
        await train.RecordAsync(
            caller.Officer, Parse.Officer(officer), new TrainingEntry(body.Course, body.Version, body.PassedOn, body.Evidence, body.Reference, body.Digest), cancellationToken);
        return Results.Json(OfficerView.Of((await register.GetAsync(cancellationToken)).Find(Parse.Officer(officer))!, policy.Access!), ApiJson.Options);
    }
}
