using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Retention;
using Rogatory.Core.Sealing;

namespace Rogatory.Api.Sealing;

/// <summary>Hands out a link, so the call carries a nonce that counts once.</summary>
public sealed class PostUpload(AccessGate gate, GrantUpload grantUpload, CurrentKeys keys)
{
    private const int MostBytes = 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerOnceAsync(request, AccessAct.PostUpload, cancellationToken);
        byte[] body = await request.ReadSignedBodyAsync(caller, MostBytes, cancellationToken);
        UploadBody asked = body.Length == 0 ? new UploadBody() : ApiJson.Parse<UploadBody>(body);
        UploadGrant grant = await grantUpload.RunAsync(caller.Partner, Parse.Case(@case), Parse.DeclaredItem(item), asked.Attempt, cancellationToken);
        JsonObject key = (await keys.NewestAsync(cancellationToken)).PublicKey!.ToJson();
        var view = new UploadGrantView(
            item, grant.Attempt.ToString(), grant.Link.AbsoluteUri, grant.LinkUntil, grant.Until, grant.Size, BodyBlocks.SizeFor(grant.Size), key);
        return Results.Json(view, ApiJson.Options, statusCode: grant.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
