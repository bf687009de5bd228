using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Access.Officers;
using Rogatory.Core.Drills;

namespace Rogatory.Api.Access;

public sealed class PostTraining(AccessGate gate, TrainOfficer train, DrillEvidence drills, OfficerViews views)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostTraining, AccessTarget.OfOfficer(officer), cancellationToken);
        TrainingBody body = await ApiJson.ReadAsync<TrainingBody>(request, MostBytes, cancellationToken);
        if (body.Evidence == EvidenceKind.Drill)
        {
            string result = body.Result ?? throw RefusedException.Malformed("training-malformed", "/result", "A drill is proven by its signed result.");
            await drills.RecordAsync(caller.Officer, Parse.Officer(officer), body.Course, body.Version, result, cancellationToken);
        }
        else
        {
            await train.RecordAsync(caller.Officer, Parse.Officer(officer), EntryOf(body), cancellationToken);
        }

        return await views.AnswerAsync(Parse.Officer(officer), cancellationToken);
    }

    private static TrainingEntry EntryOf(TrainingBody body) => new(
        body.Course,
        body.Version,
        body.PassedOn ?? throw RefusedException.Malformed("training-malformed", "/passedOn", "The day is missing."),
        body.Evidence,
        body.Reference ?? throw RefusedException.Malformed("training-malformed", "/reference", "A reference says where the evidence is found."),
        body.Digest);
}
