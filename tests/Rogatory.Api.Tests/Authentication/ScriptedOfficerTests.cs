using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Rogatory.Api.Authentication;
using Rogatory.Api.Drills;
using Rogatory.Core.Drills;
using Rogatory.Core.Receipt;
using Rogatory.TestKit;

namespace Rogatory.Api.Tests.Authentication;

/// <summary>Tokens of those whom a drill's script plays, where there is a script and where matters are real.</summary>
public sealed class ScriptedOfficerTests : IAsyncLifetime, IStatementSigner
{
    private readonly MovableTime _time = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private TestIssuer _issuer = null!;
    private IssuerKeys _keys = null!;
    private TestApp _app = null!;

    public string KeyId => "script";

    public async Task InitializeAsync()
    {
        Dictionary<string, OfficerAuthentication> authentication = [];
        _issuer = await TestIssuer.StartAsync();
        _app = await TestApp.StartAsync(routes => routes.MapGet("/{space}", async (HttpRequest request, string space) =>
            (await authentication[space].AuthenticateAsync(request, request.HttpContext.RequestAborted)).Officer.ToString()));
        var settings = new OfficerTokenSettings(_issuer.Url, TestIssuer.Audience);
        _keys = new IssuerKeys(settings, _time);
        authentication["real"] = new OfficerAuthentication(settings, _keys, new ScriptedOfficers(), _time, _app.Logger<OfficerAuthentication>());
        authentication["drill"] = new OfficerAuthentication(
            settings, _keys, new ScriptedOfficers(new ScriptKey(this, EcJwk.From(_key, KeyId))), _time, _app.Logger<OfficerAuthentication>());
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _issuer.DisposeAsync();
        _keys.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task An_officer_of_the_script_is_taken_in_the_space_of_drills_and_nowhere_else()
    {
        string token = await TokenAsync(ScriptedOfficer.Issuer, "drill-colleague");
        Assert.Equal("drill-colleague", (await SendAsync("drill", token)).Body);
        (await SendAsync("real", token)).Problem(401, "token-invalid");
    }

    [Fact]
    public async Task The_scripts_key_makes_no_tokens_of_people()
    {
        (await SendAsync("drill", await TokenAsync(ScriptedOfficer.Issuer, "officer-7"))).Problem(401, "token-invalid");
        (await SendAsync("drill", await TokenAsync(_issuer.Url, "drill-colleague"))).Problem(401, "token-invalid");
    }

    [Fact]
    public async Task A_person_cannot_bear_the_name_of_an_officer_of_the_script()
    {
        JsonObject claims = _issuer.Claims(_time.Now);
        Assert.Equal("officer-7", (await SendAsync("drill", _issuer.Token(claims))).Body);
        claims["sub"] = "drill-admin";
        (await SendAsync("drill", _issuer.Token(claims))).Problem(401, "token-invalid");
        Assert.Equal("drill-admin", (await SendAsync("real", _issuer.Token(claims))).Body);
    }

    [Fact]
    public async Task A_token_of_the_script_that_is_over_or_changed_is_refused()
    {
        string token = await TokenAsync(ScriptedOfficer.Issuer, "drill-colleague");
        string[] parts = token.Split('.');
        (await SendAsync("drill", $"{parts[0]}.{(await TokenAsync(ScriptedOfficer.Issuer, "drill-admin")).Split('.')[1]}.{parts[2]}")).Problem(401, "token-invalid");
        _time.Now += TimeSpan.FromMinutes(6);
        (await SendAsync("drill", token)).Problem(401, "token-invalid");
    }

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> signingInput, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_key.SignData(signingInput.Span, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    private Task<string> TokenAsync(string issuer, string officer) => Statement.SignAsync("JWT", new JsonObject
    {
        ["at"] = Statement.FormatTime(_time.Now),
        ["iss"] = issuer,
        ["aud"] = TestIssuer.Audience,
        ["sub"] = officer,
        ["roles"] = new JsonArray("reviewer"),
        ["amr"] = new JsonArray("mfa"),
        ["sid"] = "session-1",
        ["nbf"] = _time.Now.ToUnixTimeSeconds(),
        ["exp"] = _time.Now.AddMinutes(5).ToUnixTimeSeconds(),
    }, this, default);

    private async Task<Answer> SendAsync(string space, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, space);
        request.Headers.Authorization = new("Bearer", token);
        return await Answer.OfAsync(_app.Client.SendAsync(request));
    }
}
