using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core;
using Rogatory.Core.Access.Signatures;

namespace Rogatory.Api.Tests.Authentication;

public sealed class SignedBodyTests
{
    [Fact]
    public async Task A_declared_length_over_the_limit_is_refused_before_anything_is_read()
    {
        var request = Request([1, 2, 3]);
        request.ContentLength = 3;
        Assert.Equal("too-large", await RefusedAsync(request, ContentDigest.Of([1, 2, 3]), mostBytes: 2));
        Assert.Equal(0, request.Body.Position);
    }

    [Fact]
    public async Task Content_without_a_signed_digest_is_refused_and_no_content_is_not()
    {
        Assert.Equal("signature-invalid", await RefusedAsync(Request([1]), digest: null, mostBytes: 2));
        Assert.Empty(await Request([]).ReadSignedBodyAsync(new PartnerCaller(TestPartner.Id, null), 2, default));
    }

    private static HttpRequest Request(byte[] body) => new DefaultHttpContext { Request = { Body = new MemoryStream(body) } }.Request;

    private static async Task<string> RefusedAsync(HttpRequest request, ContentDigest? digest, int mostBytes)
    {
        var caller = new PartnerCaller(TestPartner.Id, digest);
        return (await Assert.ThrowsAsync<RefusedException>(() => request.ReadSignedBodyAsync(caller, mostBytes, default))).Slug;
    }
}
