using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PostUndertaking(AccessGate gate, TrainOfficer train, OfficerViews views)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostUndertaking, AccessTarget.OfOfficer(officer), cancellationToken);
        UndertakingBody body = await ApiJson.ReadAsync<UndertakingBody>(request, MostBytes, cancellationToken);
        await train.BindAsync(caller.Officer, Parse.Officer(officer), body.Version, body.Digest, body.SignedOn, cancellationToken);
        return await views.AnswerAsync(Parse.Officer(officer), cancellationToken);
    }
}
