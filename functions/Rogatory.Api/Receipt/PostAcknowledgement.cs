using System.Text;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Receipt;

namespace Rogatory.Api.Receipt;

public sealed class PostAcknowledgement(AccessGate gate, ReceiveCollection receive)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string disclosure, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.PostAcknowledgement, cancellationToken);
        byte[] body = await request.ReadSignedBodyAsync(caller, ReceiveCollection.MostCharacters, cancellationToken);
        string countersignature = await receive.AcknowledgeAsync(caller.Partner, Parse.Disclosure(disclosure), Encoding.Latin1.GetString(body), cancellationToken);
        return Results.Text(countersignature, "application/jose");
    }
}
