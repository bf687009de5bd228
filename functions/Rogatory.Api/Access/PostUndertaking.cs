using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;

namespace Rogatory.Api.Access;

public sealed class PostUndertaking(AccessGate gate, TrainOfficer train, OfficerRegister register, PolicySet policy)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostUndertaking, AccessTarget.OfOfficer(officer), cancellationToken);
        UndertakingBody body = await ApiJson.ReadAsync<UndertakingBody>(request, MostBytes, cancellationToken);
        await train.BindAsync(caller.Officer, Parse.Officer(officer), body.Version, body.Digest, body.SignedOn, cancellationToken);
        return Results.Json(OfficerView.Of((await register.GetAsync(cancellationToken)).Find(Parse.Officer(officer))!, policy.Access!), ApiJson.Options);
    }
}
