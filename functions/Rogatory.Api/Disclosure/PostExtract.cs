using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;

namespace Rogatory.Api.Disclosure;

public sealed class PostExtract(AccessGate gate, MakeExtract makeExtract)
{
    private const int MostBytes = ExtractRequest.MaximumSize + 4096;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostExtract, AccessTarget.OfItem(@case, item), cancellationToken);
        ExtractBody body = await ApiJson.ReadAsync<ExtractBody>(request, MostBytes, cancellationToken);
        (CaseState state, ExtractMade made) = await makeExtract.RunAsync(
            caller.Officer, caller.Session, caller.Roles, Parse.Case(@case), Parse.Item(item),
            ExtractRequest.Parse(JsonSerializer.SerializeToUtf8Bytes(body.Request)), body.Reasons, cancellationToken);
        return Results.Json(ExtractView.From(state, made), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
