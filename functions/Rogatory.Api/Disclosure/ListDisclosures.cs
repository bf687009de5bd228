using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Case;

namespace Rogatory.Api.Disclosure;

public sealed class ListDisclosures(AccessGate gate, PartnerCases cases)
{
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerAsync(request, AccessAct.ListDisclosures, cancellationToken);
        List<DisclosureOffer> offers = [];
        await foreach (CaseState state in cases.ListAsync(caller.Partner, cancellationToken))
            offers.AddRange(state.Disclosures.Where(one => one.Partner == caller.Partner && one.Manifest is not null).Select(DisclosureOffer.Of));

        return Results.Json(
            new DisclosureOfferList([.. offers.OrderBy(one => one.ReceiptDue).ThenBy(one => one.Disclosure, StringComparer.Ordinal)]), ApiJson.Options);
    }
}
