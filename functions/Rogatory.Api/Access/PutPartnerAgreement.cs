using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core;

namespace Rogatory.Api.Access;

public sealed class PutPartnerAgreement(AccessGate gate, PartnerRegister register)
{
    private const int MostBytes = 16 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string partner, string agreement, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PutPartnerAgreement, AccessTarget.None, cancellationToken);
        PartnerAgreementDocument body = await ApiJson.ReadAsync<PartnerAgreementDocument>(request, MostBytes, cancellationToken);
        if (!AgreementId.TryParse(agreement, out AgreementId id) || (body.Agreement ?? agreement) != agreement)
            throw RefusedException.Malformed("agreement-malformed", "/agreement", "An agreement's id is 1 to 40 lower-case letters, digits and hyphens, the same in the address and in the body.");
        var agreed = new PartnerAgreement(id, body.Instrument, body.Purposes, body.Categories, body.From, body.Until);
        await register.RecordAgreementAsync(caller.Officer, Parse.Partner(partner), agreed, cancellationToken);
        return Results.Json(PartnerAgreementDocument.Of(agreed), ApiJson.Options);
    }
}
