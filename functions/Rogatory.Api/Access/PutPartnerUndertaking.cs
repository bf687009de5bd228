using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core;

namespace Rogatory.Api.Access;

public sealed class PutPartnerUndertaking(AccessGate gate, PartnerRegister register)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string partner, string version, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PutPartnerUndertaking, AccessTarget.None, cancellationToken);
        PartnerUndertakingDocument body = await ApiJson.ReadAsync<PartnerUndertakingDocument>(request, MostBytes, cancellationToken);
        if ((body.Version ?? version) != version)
            throw RefusedException.Malformed("undertaking-malformed", "/version", "The body names another version than the address.");
        var signed = new PartnerUndertaking(version, body.Digest, body.SignedOn, body.ValidUntil);
        await register.RecordUndertakingAsync(caller.Officer, Parse.Partner(partner), signed, cancellationToken);
        return Results.Json(PartnerUndertakingDocument.Of(signed), ApiJson.Options);
    }
}
