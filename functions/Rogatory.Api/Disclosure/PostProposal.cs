using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Disclosure;

namespace Rogatory.Api.Disclosure;

public sealed class PostProposal(AccessGate gate, ProposeDisclosure propose)
{
    private const int MostBytes = 256 * 1024;

    public async Task<IResult> HandleAsync(HttpRequest request, string @case, CancellationToken cancellationToken)
    {
        OfficerCaller caller = await gate.AdmitOfficerAsync(request, AccessAct.PostProposal, AccessTarget.OfCase(@case), cancellationToken);
        ProposalBody body = await ApiJson.ReadAsync<ProposalBody>(request, MostBytes, cancellationToken);
        DisclosureState proposed = await propose.RunAsync(
            caller.Officer,
            caller.Session,
            Parse.Case(@case),
            new ProposedDisclosure([.. body.Items.Select(Parse.Item)], Parse.Partner(body.Partner), body.Region, body.RetainUntil, body.Accuracy, body.Facts) { SetAside = body.SetAside ?? [] },
            cancellationToken);
        return Results.Json(DisclosureView.Of(proposed), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
