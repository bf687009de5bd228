using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Sealing;
using Rogatory.Core;

namespace Rogatory.Api.Sealing;

public sealed class PutItem(AccessGate gate, SealItem sealItem, ApiLimits limits)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.PutItem, cancellationToken);
        long size = request.ContentLength ?? throw new RefusedException("length-required", "Send the item with its Content-Length.");
        if (size > limits.ItemBytes)
            throw new RefusedException("too-large", $"An item sent this way has at most {limits.ItemBytes} bytes. Larger ones go by sealed upload.");
        if (caller.Digest is null)
            throw new RefusedException("signature-missing", "The signature must cover the Content-Digest of the item.");
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = limits.ItemBytes;

        ItemId declared = Parse.DeclaredItem(item);
        var body = new ReadmittedBody(request.Body, size, stop => gate.AdmitPartnerAsync(caller.Partner, AccessAct.PutItem, stop));
        var sent = new SentItem(caller.Partner, Parse.Case(@case), declared, size, Convert.FromHexString(caller.Digest.Hex), body);
        bool created = await sealItem.RunAsync(sent, cancellationToken);
        return Results.Json(
            new SealedItemView(declared.ToString(), "sealed"), ApiJson.Options, statusCode: created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
