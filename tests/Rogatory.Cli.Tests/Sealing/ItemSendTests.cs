using System.Security.Cryptography;
using Rogatory.Cli.Tests.Http;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Receipt;

namespace Rogatory.Cli.Tests.Sealing;

public sealed class ItemSendTests : IDisposable
{
    private const string Target = "/api/v1/requests/7K3Q-F2M9-X4TD/items/statement";

    private readonly Folder _folder = new();
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(2_500_000);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_content_goes_once_the_authority_agrees_and_under_a_signature_that_verifies()
    {
        byte[]? received = null;
        await using var authority = new StubAuthority(async call =>
        {
            await call.ContinueAsync();
            received = await call.ContentAsync();
            await call.AnswerAsync(201, """{"item":"statement","state":"sealed"}""");
        });

        var (ran, key) = await SendAsync(authority.Url);

        Assert.True(ran.Status == 0, ran.Error);
        Assert.Equal(_content, received);
        var call = Assert.Single(authority.Calls);
        Assert.Equal(("PUT", Target, "100-continue"), (call.Method, call.Target, call.Fields["Expect"]));
        Assert.Equal(ContentDigest.Of(_content).ToString(), call.Fields["Content-Digest"]);
        var message = new SignedMessage("PUT", authority.Url + Target, true, name => call.Fields.GetValueOrDefault(name));
        var verdict = await HttpMessageVerifier.VerifyAsync(message, DateTimeOffset.UtcNow, id => ValueTask.FromResult(id == key.KeyId ? key : null));
        Assert.True(verdict.IsAccepted);
    }

    [Fact]
    public async Task Nothing_of_the_content_goes_when_the_authority_refuses_its_fields()
    {
        await using var authority = new StubAuthority(async call =>
        {
            await call.RefuseAsync(422, "digest-mismatch", "The digest is another than the request declares.");
            await Assert.ThrowsAnyAsync<IOException>(() => call.ContentAsync(1));
        });

        var (ran, _) = await SendAsync(authority.Url);

        Assert.Equal((int)ExitCode.Refused, ran.Status);
        Assert.Contains("digest-mismatch", ran.Error, StringComparison.Ordinal);
        Assert.Single(authority.Calls);
    }

    [Fact]
    public async Task A_connection_that_was_cut_is_tried_again_under_a_new_signature()
    {
        var tries = 0;
        await using var authority = new StubAuthority(async call =>
        {
            await call.ContinueAsync();
            if (++tries == 1)
            {
                await call.ContentAsync(100_000);
                return;
            }
            Assert.Equal(_content, await call.ContentAsync());
            await call.AnswerAsync(201, """{"item":"statement","state":"sealed"}""");
        });

        var (ran, _) = await SendAsync(authority.Url);

        Assert.True(ran.Status == 0, ran.Error);
        Assert.Contains("Trying again", ran.Error, StringComparison.Ordinal);
        Assert.Equal(2, authority.Calls.Select(call => call.Fields["Signature"]).Distinct().Count());
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_noted()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var authority = new StubAuthority(call => call.RefuseAsync(401, "signature-invalid", "No."));
        var (ran, _) = await SendAsync(authority.Url, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Assert.Contains("chmod 600", ran.Error, StringComparison.Ordinal);
        Assert.Contains("this machine's clock", ran.Error, StringComparison.Ordinal);
    }

    private async Task<(Ran Ran, EcJwk Key)> SendAsync(string url, UnixFileMode? mode = null)
    {
        var keys = await Ran.Of("keys", "new", "--out", _folder["partner.jwk"]);
        if (mode is not null && !OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder["partner.jwk"], mode.Value);
        var ran = await Ran.Of(
            "item", "send", "7K3Q-F2M9-X4TD", "statement", _folder.Write("statement.csv", _content),
            "--partner", "fr-pnf", "--key", _folder["partner.jwk"], "--authority-url", url);
        return (ran, EcJwk.Parse(keys.Json["signingKey"]!.ToJsonString()));
    }
}
