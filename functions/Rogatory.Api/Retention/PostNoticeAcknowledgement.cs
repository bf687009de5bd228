using System.Text;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Receipt;
using Rogatory.Core.Retention;

namespace Rogatory.Api.Retention;

public sealed class PostNoticeAcknowledgement(AccessGate gate, AcknowledgeNotice acknowledge)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string notice, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.PostNoticeAcknowledgement, cancellationToken);
        byte[] body = await request.ReadSignedBodyAsync(caller, ReceiveCollection.MostCharacters, cancellationToken);
        NoticeId id = NoticeId.TryParse(notice, out NoticeId parsed) ? parsed : throw AcknowledgeNotice.NotFound();
        return Results.Text(await acknowledge.RunAsync(caller.Partner, id, Encoding.Latin1.GetString(body), cancellationToken), "application/jose");
    }
}
