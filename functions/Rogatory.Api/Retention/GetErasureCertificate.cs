using System.Text;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class GetErasureCertificate(OfficerAuthentication officers, CertifyErasure certify)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string erasure, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Auditor, OfficerRole.Dpo);
        string certificate = await certify.ReadAsync(Parse.Case(@case), Parse.Number(erasure), cancellationToken);
        return Results.Bytes(Encoding.ASCII.GetBytes(certificate), "application/jose");
    }
}
