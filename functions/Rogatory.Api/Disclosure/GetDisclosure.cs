using System.Text;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Access;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.Core.Disclosure;

namespace Rogatory.Api.Disclosure;

/// <summary>Hands out links, so the call carries a nonce that counts once.</summary>
public sealed class GetDisclosure(AccessGate gate, FetchDisclosure fetch)
{
    public async Task<IResult> HandleAsync(HttpRequest request, string disclosure, CancellationToken cancellationToken)
    {
        PartnerCaller caller = await gate.AdmitPartnerOnceAsync(request, AccessAct.GetDisclosure, cancellationToken);
        FetchedDisclosure fetched = await fetch.RunAsync(caller.Partner, Parse.Disclosure(disclosure), cancellationToken);
        return Results.Json(
            new DisclosureContent(
                fetched.State.Id.ToString(),
                DisclosureOffer.Of(fetched.State).State,
                fetched.Manifest,
                [.. fetched.Items.Select(one => new DisclosureContentItem(
                    one.Item.ToString(), one.Size, Encoding.UTF8.GetString(one.Envelope), one.Link, fetched.LinksExpireAt))],
                fetched.Recall),
            ApiJson.Options);
    }
}
