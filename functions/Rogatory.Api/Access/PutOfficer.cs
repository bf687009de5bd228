using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core;
using Rogatory.Core.Access;

namespace Rogatory.Api.Access;

public sealed class PutOfficer(OfficerAuthentication officers, OfficerRegister register)
{
    private const int MostBytes = 4 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string officer, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Admin);
        OfficerDocument document = await ApiJson.ReadAsync<OfficerDocument>(request, MostBytes, cancellationToken);
        if (document.Officer is not null && document.Officer != officer)
            throw RefusedException.Malformed("officer-malformed", "/officer", "The body names another officer than the address.");
        await register.RecordAsync(caller.Officer, Parse.Officer(officer), document.TrainedUntil, document.BoundUntil, cancellationToken);
        return Results.Json(document with { Officer = officer }, ApiJson.Options);
    }
}
