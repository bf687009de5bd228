using System.Text;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Core.Access;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class GetErasureCertificate(AccessGate gate, CertifyErasure certify)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string erasure, CancellationToken cancellationToken)
    {
        await gate.AdmitOfficerAsync(request, AccessAct.GetErasureCertificate, AccessTarget.OfCase(@case), cancellationToken);
        string certificate = await certify.ReadAsync(Parse.Case(@case), Parse.Number(erasure), cancellationToken);
        return Results.Bytes(Encoding.ASCII.GetBytes(certificate), "application/jose");
    }
}
