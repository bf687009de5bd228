using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core;
using Rogatory.Core.Sealing;
using Rogatory.Envelope;

namespace Rogatory.Api.Access;

public sealed class GetItemContent(AccessGate gate, ConsultItem consult, ItemVault vault, TimeProvider time)
{
    public const string JustificationHeader = "Rogatory-Justification";

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, string item, CancellationToken cancellationToken)
    {
        AccessTarget target = AccessTarget.OfItem(@case, item);
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.GetItemContent, target, cancellationToken);
        OpenedItem opened = await consult.RunAsync(
            caller.Officer, caller.Session, Parse.Case(@case), Parse.Item(item), Justification(request), caller.Roles, cancellationToken);
        try
        {
            // Once more before the first byte: the case has been read since, and what is known of it now counts.
            await gate.ReadmitAsync(caller, AccessAct.GetItemContent, target, cancellationToken);
        }
        catch
        {
            opened.Dispose();
            throw;
        }

        return new ItemContentResult(opened, stop => gate.ReadmitAsync(caller, AccessAct.GetItemContent, target, stop),
            altered => vault.MeetAlteredAsync(Parse.Case(@case), Parse.Item(item), altered, CancellationToken.None), time);
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
