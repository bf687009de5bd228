using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Core.Policy;
using Rogatory.Core.Risk;

namespace Rogatory.Api.Access;

public sealed class PutPartner(OfficerAuthentication officers, PartnerRegister register, WakeCases wake)
{
    private const int MostBytes = 32 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string partner, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Admin);
        PartnerDocument document = await ApiJson.ReadAsync<PartnerDocument>(request, MostBytes, cancellationToken);
        if (document.Partner is not null && document.Partner != partner)
            throw RefusedException.Malformed("partner-malformed", "/partner", "The body names another partner than the address.");
        if (!StateCode.TryParse(document.Jurisdiction, out StateCode jurisdiction))
            throw RefusedException.Malformed("partner-malformed", "/jurisdiction", "The jurisdiction is an ISO 3166-1 alpha-2 code.");
        PartnerEntry entry = new(
            Parse.Partner(partner),
            document.Authority,
            jurisdiction,
            document.SigningKey.ToJsonString(),
            document.EncryptionKey.ToJsonString(),
            document.ValidFrom,
            document.ValidUntil);
        await register.RegisterAsync(caller.Officer, entry, cancellationToken);
        await wake.RunAsync(entry.Partner, cancellationToken);
        return Results.Json(document with { Partner = partner }, ApiJson.Options);
    }
}
