using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Core.Access;
using Rogatory.TestKit;

namespace Rogatory.Api.Tests.Authentication;

public sealed class OfficerAuthenticationTests : IAsyncLifetime
{
    private readonly MovableTime _time = new();
    private TestIssuer _issuer = null!;
    private IssuerKeys _keys = null!;
    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        OfficerAuthentication? authentication = null;
        _issuer = await TestIssuer.StartAsync();
        _app = await TestApp.StartAsync(routes =>
        {
            routes.MapGet("/", async (HttpRequest request) =>
            {
                var caller = await authentication!.AuthenticateAsync(request, request.HttpContext.RequestAborted);
                return $"{caller.Officer} {string.Join(',', caller.Roles.Order())} {caller.Session}";
            });
        });
        var settings = new OfficerTokenSettings(_issuer.Url, TestIssuer.Audience);
        _keys = new IssuerKeys(settings, _time);
        authentication = new OfficerAuthentication(settings, _keys, new ScriptedOfficers(), _time, _app.Logger<OfficerAuthentication>());
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _issuer.DisposeAsync();
        _keys.Dispose();
    }

    [Theory]
    [InlineData("ES256")]
    [InlineData("RS256")]
    [InlineData("PS256")]
    public async Task A_token_of_the_issuer_is_the_officers(string algorithm)
    {
        var answer = await SendAsync(_issuer.Token(_issuer.Claims(_time.Now), algorithm));
        Assert.Equal("officer-7 Reviewer,Auditor session-1", answer.Body);
    }

    [Fact]
    public async Task A_call_without_a_token_is_asked_for_one()
    {
        var answer = await Answer.OfAsync(_app.Client.GetAsync(""));
        answer.Problem(401, "token-missing");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.DoesNotContain("error", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("eyJhbGciOiJub25lIn0..")]
    public async Task What_is_no_token_is_invalid(string token)
    {
        var answer = await SendAsync(token);
        answer.Problem(401, "token-invalid");
        Assert.Contains("error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_token_in_another_scheme_sent_twice_or_too_long_is_invalid()
    {
        var token = Valid();
        (await SendAsync(token, "Basic")).Problem(401, "token-invalid");
        (await SendAsync(token + new string('A', 8192))).Problem(401, "token-invalid");
        var line = $"Authorization: Bearer {token}\r\n";
        Assert.Contains("officer-7", await _app.SendRawAsync($"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{line}\r\n"));
        Assert.Contains("token-invalid", await _app.SendRawAsync($"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{line}{line}\r\n"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS384")]
    public async Task Another_algorithm_is_invalid(string algorithm) =>
        (await SendAsync(_issuer.Token(_issuer.Claims(_time.Now), algorithm, "rsa-1"))).Problem(401, "token-invalid");

    [Fact]
    public async Task A_key_in_the_tokens_own_header_is_not_believed()
    {
        using var stranger = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var jwk = Core.Receipt.EcJwk.From(stranger, "ec-1").ToJson();
        var header = new JsonObject { ["alg"] = "ES256", ["kid"] = "ec-1", ["jwk"] = jwk };
        var parts = _issuer.TokenWith(header, _issuer.Claims(_time.Now).ToJsonString()).Split('.');
        var signed = stranger.SignData(System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), System.Security.Cryptography.HashAlgorithmName.SHA256);
        (await SendAsync($"{parts[0]}.{parts[1]}.{Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(signed)}")).Problem(401, "token-invalid");
    }

    [Theory]
    [InlineData("crit", "[\"b64\"]")]
    [InlineData("zip", "\"DEF\"")]
    [InlineData("typ", "\"rogatory-receipt+jws\"")]
    public async Task A_header_that_makes_it_something_else_is_invalid(string member, string json)
    {
        var header = new JsonObject { ["alg"] = "ES256", ["kid"] = _issuer.EcKeyId, [member] = JsonNode.Parse(json) };
        (await SendAsync(_issuer.TokenWith(header, _issuer.Claims(_time.Now).ToJsonString()))).Problem(401, "token-invalid");
    }

    [Fact]
    public async Task A_token_that_names_no_key_or_the_wrong_one_is_invalid()
    {
        var claims = _issuer.Claims(_time.Now).ToJsonString();
        (await SendAsync(_issuer.TokenWith(new JsonObject { ["alg"] = "ES256" }, claims))).Problem(401, "token-invalid");
        (await SendAsync(_issuer.TokenWith(new JsonObject { ["alg"] = "ES256", ["kid"] = "rsa-1" }, claims))).Problem(401, "token-invalid");
    }

    [Theory]
    [InlineData("iss", "\"https://evil.example\"")]
    [InlineData("iss", null)]
    [InlineData("aud", "\"somebody-else\"")]
    [InlineData("aud", null)]
    [InlineData("exp", null)]
    [InlineData("exp", "\"never\"")]
    [InlineData("sub", null)]
    [InlineData("sub", "\"Officer Seven\"")]
    [InlineData("sub", "7")]
    [InlineData("sid", null)]
    [InlineData("sid", "\"\"")]
    [InlineData("sid", "\"a b\"")]
    [InlineData("sid", "1")]
    [InlineData("amr", "\"mfa\"")]
    [InlineData("amr", "[1]")]
    [InlineData("roles", "\"admin\"")]
    [InlineData("roles", "{}")]
    public async Task A_claim_that_is_absent_or_not_as_it_must_be_is_invalid(string claim, string? json)
    {
        var claims = _issuer.Claims(_time.Now);
        claims.Remove(claim);
        if (json is not null) claims[claim] = JsonNode.Parse(json);
        (await SendAsync(_issuer.Token(claims))).Problem(401, "token-invalid");
    }

    [Fact]
    public async Task A_claim_that_stands_twice_is_invalid()
    {
        var claims = _issuer.Claims(_time.Now).ToJsonString()[..^1] + ",\"roles\":[\"admin\"]}";
        (await SendAsync(_issuer.TokenWith(new JsonObject { ["alg"] = "ES256", ["kid"] = "ec-1" }, claims))).Problem(401, "token-invalid");
    }

    [Theory]
    [InlineData(-31, 401)]
    [InlineData(-30, 200)]
    [InlineData(629, 200)]
    [InlineData(630, 401)]
    public async Task A_token_is_accepted_in_its_time_and_30_seconds_either_way(int seconds, int status)
    {
        var token = Valid();
        _time.Advance(TimeSpan.FromSeconds(seconds));
        var answer = await SendAsync(token);
        Assert.Equal(status, answer.Status);
        if (status == 401) answer.Problem(401, "token-invalid");
    }

    [Theory]
    [InlineData(true, "pwd", "mfa")]
    [InlineData(true, "otp")]
    [InlineData(true, "hwk")]
    [InlineData(true, "fpt", "pwd")]
    [InlineData(false, "pwd")]
    [InlineData(false, "pwd", "sms")]
    [InlineData(false, "pwd", "kba", "pin", "geo", "tel")]
    [InlineData(false, "MFA")]
    [InlineData(false)]
    public async Task A_second_factor_must_be_shown(bool shown, params string[] methods)
    {
        var claims = _issuer.Claims(_time.Now);
        claims["amr"] = new JsonArray([.. methods.Select(method => JsonValue.Create(method))]);
        var answer = await SendAsync(_issuer.Token(claims));
        if (shown) Assert.Equal(200, answer.Status);
        else answer.Problem(403, "second-factor-required");
    }

    [Fact]
    public async Task A_token_without_methods_shows_no_second_factor_and_one_without_roles_no_role()
    {
        var claims = _issuer.Claims(_time.Now);
        claims.Remove("amr");
        (await SendAsync(_issuer.Token(claims))).Problem(403, "second-factor-required");
        claims = _issuer.Claims(_time.Now);
        claims["roles"] = new JsonArray("somebody-elses-role", "Reviewer", "0");
        (await SendAsync(_issuer.Token(claims))).Problem(403, "role-required");
        claims.Remove("roles");
        (await SendAsync(_issuer.Token(claims))).Problem(403, "role-required");
    }

    [Fact]
    public async Task The_tokens_own_id_stands_in_for_a_session()
    {
        var claims = _issuer.Claims(_time.Now);
        claims.Remove("sid");
        claims["jti"] = "token-1";
        Assert.EndsWith(" token-1", (await SendAsync(_issuer.Token(claims))).Body);
    }

    [Fact]
    public async Task A_rolled_key_is_found_at_once_and_the_old_one_forgotten()
    {
        var old = Valid();
        Assert.Equal(200, (await SendAsync(old)).Status);
        _time.Advance(TimeSpan.FromMinutes(2));
        _issuer.Roll("ec-2");
        Assert.Equal(200, (await SendAsync(Valid())).Status);
        Assert.Equal(2, _issuer.Discoveries);
        (await SendAsync(old)).Problem(401, "token-invalid");
    }

    [Fact]
    public async Task Invented_key_ids_cause_one_fetch_a_minute()
    {
        for (var i = 0; i < 10; i++) (await SendAsync(_issuer.Token(_issuer.Claims(_time.Now), keyId: $"made-up-{i}"))).Problem(401, "token-invalid");
        Assert.Equal(1, _issuer.Discoveries);
        _time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 10; i++) (await SendAsync(_issuer.Token(_issuer.Claims(_time.Now), keyId: $"made-up-{i}"))).Problem(401, "token-invalid");
        Assert.Equal(2, _issuer.Discoveries);
    }

    [Fact]
    public async Task An_issuer_that_is_down_from_the_start_lets_nobody_in_until_it_is_back()
    {
        _issuer.IsDown = true;
        (await SendAsync(Valid())).Problem(503, "identity-provider-unavailable");
        var asked = _issuer.Discoveries;
        (await SendAsync(Valid())).Problem(503, "identity-provider-unavailable");
        Assert.Equal(asked, _issuer.Discoveries);
        _issuer.IsDown = false;
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(200, (await SendAsync(Valid())).Status);
    }

    [Fact]
    public async Task Known_keys_outlive_an_outage_by_less_than_an_hour()
    {
        Assert.Equal(200, (await SendAsync(Valid())).Status);
        _issuer.IsDown = true;
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(200, (await SendAsync(Valid())).Status);
        _time.Advance(TimeSpan.FromMinutes(1));
        (await SendAsync(Valid())).Problem(503, "identity-provider-unavailable");
    }

    [Fact]
    public async Task A_discovery_document_of_another_issuer_is_not_used()
    {
        _issuer.NamedIssuer = "https://evil.example";
        (await SendAsync(Valid())).Problem(503, "identity-provider-unavailable");
    }

    [Theory]
    [InlineData("{0}/nowhere")]
    [InlineData("file:///etc/hostname")]
    [InlineData("none")]
    public async Task A_key_set_that_cannot_be_fetched_is_not_used(string uri)
    {
        _issuer.JwksUri = uri.Replace("{0}", _issuer.Url);
        (await SendAsync(Valid())).Problem(503, "identity-provider-unavailable");
    }

    [Fact]
    public async Task No_token_and_no_claim_is_logged()
    {
        var claims = _issuer.Claims(_time.Now);
        claims["sub"] = "Jeanne Exemple";
        await SendAsync(_issuer.Token(claims));
        claims["aud"] = "jeanne";
        await SendAsync(_issuer.Token(claims));
        Assert.Contains("refused", _app.Log.Text);
        Assert.DoesNotContain("jeanne", _app.Log.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("eyJ", _app.Log.Text);
    }

    private string Valid() => _issuer.Token(_issuer.Claims(_time.Now));

    private async Task<Answer> SendAsync(string token, string scheme = "Bearer", string path = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        Assert.True(request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {token}"));
        return await Answer.OfAsync(_app.Client.SendAsync(request));
    }
}
