using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.TestKit;
using Rogatory.TestKit.InMemory;

namespace Rogatory.Api.Tests.Authentication;

public sealed class PartnerAuthenticationTests : IAsyncLifetime
{
    private const int MostBytes = 64;
    private static readonly byte[] Body = "{\"reference\":\"1\"}"u8.ToArray();
    private readonly MovableTime _time = new();
    private readonly TestPartner _partner = new();
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        PartnerAuthentication? authentication = null;
        _app = await TestApp.StartAsync(routes => routes.Map("/{**path}", async (HttpRequest request) =>
        {
            var caller = request.Path == "/once"
                ? await authentication!.AuthenticateOnceAsync(request, request.HttpContext.RequestAborted)
                : await authentication!.AuthenticateAsync(request, request.HttpContext.RequestAborted);
            if (request.Path == "/unread") return "unread";
            var body = await request.ReadSignedBodyAsync(caller, MostBytes, request.HttpContext.RequestAborted);
            return $"{caller.Partner} {caller.Digest?.Hex ?? "-"} {body.Length}";
        }));
        authentication = new PartnerAuthentication(new PublicOrigin(TestPartner.Origin), _partner, new InMemoryNonceMemory(), _time, _app.Logger<PartnerAuthentication>());
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _partner.Dispose();
    }

    [Fact]
    public async Task A_signed_call_is_the_partners()
    {
        Assert.Equal("fr-pnf - 0", (await SendAsync("GET", "/disclosures", Signed("GET", "/disclosures"))).Body);
        var answer = await SendAsync("POST", "/requests", Signed("POST", "/requests", Body), Body);
        Assert.Equal($"fr-pnf {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Body))} {Body.Length}", answer.Body);
    }

    [Theory]
    [InlineData("/a%2Fb/%7euser?q=%41&r=a+b")]
    [InlineData("/a/../b/./c//d?x=/../y")]
    [InlineData("/?")]
    public async Task The_path_and_query_are_covered_as_sent(string path)
    {
        Assert.StartsWith("HTTP/1.1 200", await RawAsync("GET", path, Signed("GET", path)));
        Assert.StartsWith("HTTP/1.1 401", await RawAsync("GET", path, Signed("GET", path.Replace("%7e", "~").Replace("/..", "") + "&")));
    }

    [Fact]
    public async Task What_the_message_says_of_its_own_host_has_no_effect()
    {
        var spoofed = Signed("GET", "/disclosures");
        foreach (var name in new[] { "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Original-URL", "X-Forwarded-Prefix" }) spoofed[name] = "evil.example";
        Assert.StartsWith("HTTP/1.1 200", await RawAsync("GET", "/disclosures", spoofed, host: "evil.example"));

        var theirs = Signed("GET", "/disclosures", origin: "https://evil.example");
        theirs["X-Forwarded-Host"] = "evil.example";
        Assert.StartsWith("HTTP/1.1 401", await RawAsync("GET", "/disclosures", theirs, host: "evil.example"));
    }

    [Fact]
    public async Task A_target_sent_with_an_origin_of_its_own_is_refused() =>
        Assert.Contains("signature-invalid", await RawAsync("GET", "https://rogatory.example/disclosures", Signed("GET", "/disclosures")));

    [Theory]
    [InlineData("Signature")]
    [InlineData("Signature-Input")]
    [InlineData("Rogatory-Partner")]
    public async Task A_call_without_the_fields_is_told_so(string field)
    {
        var fields = Signed("GET", "/disclosures");
        fields.Remove(field);
        (await SendAsync("GET", "/disclosures", fields)).Problem(401, "signature-missing");
    }

    [Fact]
    public async Task Every_wrong_signature_is_refused_in_the_same_words()
    {
        var registered = _partner.Registered;
        var path = "/requests/7K3Q-F2M9-X4TD";
        var refused = new List<Answer>
        {
            await SendAsync("GET", path, _partner.Sign("GET", path, _time.Now, partner: "de-gba")),
            await SendAsync("GET", path, _partner.Sign("GET", path, _time.Now, keyId: "key-2")),
            await SendAsync("GET", path, _partner.Sign("GET", path, _time.Now.AddSeconds(-301))),
            await SendAsync("GET", path, _partner.Sign("GET", path, _time.Now.AddSeconds(301))),
            await SendAsync("GET", path, Signed("GET", "/requests/0000-0000-0000")),
            await SendAsync("GET", path, Signed("DELETE", path)),
            await SendAsync("POST", path, Signed("POST", path), Body),
            await SendAsync("POST", path, Signed("POST", path, [1]), Body),
        };
        foreach (var (name, value) in new[] { ("Rogatory-Partner", "de-gba"), ("Rogatory-Partner", "FR PNF"), ("Signature", "sig=:AAAA:"), ("Signature-Input", "x") })
        {
            var fields = Signed("GET", path);
            fields[name] = value;
            refused.Add(await SendAsync("GET", path, fields));
        }

        var changed = Signed("POST", path, Body);
        changed["Content-Digest"] = Core.Access.Signatures.ContentDigest.Of([1]).ToString();
        refused.Add(await SendAsync("POST", path, changed, Body));
        foreach (var key in new[]
                 {
                     registered with { IsSuspended = true, ValidUntil = _time.Now },
                     registered with { ValidUntil = _time.Now },
                     registered with { ValidFrom = _time.Now.AddSeconds(1) },
                 })
        {
            _partner.Registered = key;
            refused.Add(await SendAsync("GET", path, Signed("GET", path)));
        }

        foreach (var answer in refused) answer.Problem(401, "signature-invalid");
        Assert.Single(refused.Select(answer => answer.Body).Distinct());
        Assert.DoesNotContain("fr-pnf", _app.Log.Text);
    }

    [Fact]
    public async Task A_call_that_hands_something_out_counts_once_and_needs_a_nonce_for_it()
    {
        var fields = _partner.Sign("GET", "/once", _time.Now, nonce: "one");
        Assert.Equal("fr-pnf - 0", (await SendAsync("GET", "/once", fields)).Body);
        (await SendAsync("GET", "/once", fields)).Problem(401, "nonce-used");
        (await SendAsync("GET", "/once", Signed("GET", "/once"))).Problem(401, "nonce-missing");
        Assert.Equal("fr-pnf - 0", (await SendAsync("GET", "/once", _partner.Sign("GET", "/once", _time.Now, nonce: "two"))).Body);
    }

    [Fact]
    public async Task A_nonce_is_not_used_up_by_a_call_whose_signature_is_refused()
    {
        (await SendAsync("GET", "/once", _partner.Sign("GET", "/once", _time.Now.AddSeconds(-301), nonce: "one"))).Problem(401, "signature-invalid");
        Assert.Equal("fr-pnf - 0", (await SendAsync("GET", "/once", _partner.Sign("GET", "/once", _time.Now, nonce: "one"))).Body);
    }

    [Theory]
    [InlineData("Signature")]
    [InlineData("Signature-Input")]
    [InlineData("Rogatory-Partner")]
    public async Task A_field_sent_twice_is_refused(string field)
    {
        var fields = Signed("GET", "/disclosures");
        var message = await RawAsync("GET", "/disclosures", fields, extra: $"{field}: {fields[field]}\r\n");
        Assert.Contains("signature-invalid", message);
    }

    [Fact]
    public async Task Two_signatures_in_two_lines_are_read_as_one_field()
    {
        var fields = Signed("GET", "/disclosures");
        var other = "Signature: proxy=:AAAA:\r\nSignature-Input: proxy=(\"@method\")\r\n";
        Assert.StartsWith("HTTP/1.1 200", await RawAsync("GET", "/disclosures", fields, extra: other));
    }

    [Fact]
    public async Task Content_without_a_signed_digest_is_refused_before_anybody_reads_it()
    {
        (await SendAsync("POST", "/unread", Signed("POST", "/unread"), Body)).Problem(401, "signature-invalid");
        Assert.Equal("unread", (await SendAsync("POST", "/unread", Signed("POST", "/unread", Body), Body)).Body);
        Assert.Equal("unread", (await SendAsync("POST", "/unread", Signed("POST", "/unread"), [])).Body);
    }

    [Fact]
    public async Task Content_without_a_length_needs_a_digest_too()
    {
        var body = Encoding.ASCII.GetString(Body);
        var chunked = $"Transfer-Encoding: chunked\r\n\r\n{Body.Length:x}\r\n{body}\r\n0\r\n\r\n";
        Assert.StartsWith("HTTP/1.1 200", await RawAsync("POST", "/requests", Signed("POST", "/requests", Body), tail: chunked));
        Assert.Contains("signature-invalid", await RawAsync("POST", "/requests", Signed("POST", "/requests"), tail: chunked));
    }

    [Fact]
    public async Task Content_over_the_limit_is_refused_by_its_length_and_by_its_bytes()
    {
        var large = new byte[MostBytes + 1];
        (await SendAsync("POST", "/requests", Signed("POST", "/requests", large), large)).Problem(413, "too-large");
        var chunked = $"Transfer-Encoding: chunked\r\n\r\n{large.Length:x}\r\n{Encoding.ASCII.GetString(large)}\r\n0\r\n\r\n";
        Assert.Contains("too-large", await RawAsync("POST", "/requests", Signed("POST", "/requests", large), tail: chunked));
        var most = new byte[MostBytes];
        Assert.Equal(200, (await SendAsync("POST", "/requests", Signed("POST", "/requests", most), most)).Status);
    }

    [Fact]
    public async Task A_register_that_cannot_be_read_lets_nobody_in()
    {
        _partner.IsUnreachable = true;
        (await SendAsync("GET", "/disclosures", Signed("GET", "/disclosures"))).Problem(503, "storage-unavailable");
    }

    private Dictionary<string, string> Signed(string method, string path, byte[]? body = null, string origin = TestPartner.Origin) =>
        _partner.Sign(method, path, _time.Now, body, origin: origin);

    private async Task<Answer> SendAsync(string method, string path, Dictionary<string, string> fields, byte[]? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in fields) Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        if (body is not null) request.Content = new ByteArrayContent(body);
        return await Answer.OfAsync(_app.Client.SendAsync(request));
    }

    private Task<string> RawAsync(
        string method, string target, Dictionary<string, string> fields, string host = "rogatory.example", string extra = "", string tail = "\r\n") =>
        _app.SendRawAsync(
            $"{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n"
            + string.Concat(fields.Select(field => $"{field.Key}: {field.Value}\r\n")) + extra + tail);
}
