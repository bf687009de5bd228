using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core;
using Rogatory.Core.Access;
using Rogatory.Envelope;

namespace Rogatory.Api.Access;

public sealed class GetItemContent(OfficerAuthentication officers, ConsultItem consult)
{
    public const string JustificationHeader = "Rogatory-Justification";

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await officers.AuthenticateAsync(request, cancellationToken);
        caller.Require(OfficerRole.Reviewer, OfficerRole.Approver, OfficerRole.Auditor, OfficerRole.Dpo);
        OpenedItem opened = await consult.RunAsync(
            caller.Officer, caller.Session, Parse.Case(@case), Parse.Item(item), Justification(request), caller.Roles, cancellationToken);
        return new ItemContentResult(opened);
    }

    // A header holds ASCII; a justification is in the officer's own language.
    private static string? Justification(HttpRequest request)
    {
        if (request.Headers[JustificationHeader].Count > 1)
            throw new RefusedException("justification-required", "One Rogatory-Justification header says why you need to read this item.");
        string? header = request.Headers[JustificationHeader];
        return header is null ? null : Uri.UnescapeDataString(header);
    }
}
