using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Sealing;
using Rogatory.Core;

namespace Rogatory.Api.Sealing;

public sealed class PutCaseItem(AccessGate gate, AddItem addItem, ApiLimits limits)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        AccessTarget target = AccessTarget.OfItem(@case, item);
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PutCaseItem, target, cancellationToken);
        long size = request.ContentLength ?? throw new RefusedException("length-required", "Send the item with its Content-Length.");
        if (size > limits.ItemBytes)
            throw new RefusedException("too-large", $"An item added this way has at most {limits.ItemBytes} bytes. Add a larger one in parts, or have the authority that holds it send it as a partner, by sealed upload.");
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = limits.ItemBytes;

        var body = new ReadmittedBody(request.Body, size, stop => gate.ReadmitAsync(caller, AccessAct.PutCaseItem, target, stop));
        AddedItem sent = ItemDeclaration.Read(request.Headers).Of(caller.Officer, Parse.Case(@case), Parse.AddedItem(item), size, body);
        bool created = await addItem.RunAsync(sent, cancellationToken);
        return Results.Json(
            new SealedItemView(item, "sealed"), ApiJson.Options, statusCode: created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
