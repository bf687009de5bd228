using System.Net.Sockets;
using System.Text;

namespace Rogatory.Cli.Tests.Http;

public sealed class FailureTests
{
    [Fact]
    public async Task A_refusal_has_the_problems_slug_and_its_faults()
    {
        await using var authority = new StubAuthority(call => call.RefuseAsync(
            400, "request-malformed", "It cannot be read.", """[{"pointer":"/persons/0/born","slug":"not-a-date","message":"A date is wanted."}]"""));

        var plain = await List(authority.Url);
        var json = await List(authority.Url, "--json");

        Assert.Equal(((int)ExitCode.Refused, ""), (plain.Status, plain.Output));
        Assert.Contains("Refused (request-malformed): It cannot be read.", plain.Error, StringComparison.Ordinal);
        Assert.Contains("/persons/0/born: A date is wanted.", plain.Error, StringComparison.Ordinal);
        Assert.Equal("request-malformed", (string?)json.Failure["slug"]);
        Assert.Equal("/persons/0/born", (string?)json.Failure["faults"]![0]!["pointer"]);
    }

    [Fact]
    public async Task An_authority_that_is_not_there_is_unreachable()
    {
        using var free = new TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var url = $"http://{free.LocalEndpoint}";
        free.Stop();

        var ran = await List(url, "--json");

        Assert.Equal(((int)ExitCode.Unreachable, "unreachable"), (ran.Status, (string?)ran.Failure["slug"]));
    }

    [Fact]
    public async Task An_authority_that_cannot_answer_at_present_is_unreachable()
    {
        await using var authority = new StubAuthority(call => call.RefuseAsync(503, "storage-unavailable", "Storage does not answer."));
        var ran = await List(authority.Url, "--json");
        Assert.Equal(((int)ExitCode.Unreachable, "storage-unavailable"), (ran.Status, (string?)ran.Failure["slug"]));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello", ExitCode.Unreachable)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]", ExitCode.Unreachable)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nConnection: close\r\n\r\n{\"cases\":", ExitCode.Unreachable)]
    [InlineData("nonsense\r\n\r\n", ExitCode.Unreachable)]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", ExitCode.Refused)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", ExitCode.Refused)]
    internal async Task Something_that_is_no_such_authority_is_not_believed(string answer, ExitCode expected)
    {
        await using var authority = new StubAuthority(call => call.SendAsync(answer));
        var ran = await List(authority.Url);
        Assert.Equal(expected, (ExitCode)ran.Status);
        Assert.Single(authority.Calls);
    }

    [Fact]
    public async Task What_the_authority_says_cannot_steer_the_terminal()
    {
        await using var authority = new StubAuthority(call => call.AnswerAsync(
            200, """{"partners":[{"partner":"fr-pnf","authority":"\u001b[2J\u202egnp.exe"}]}"""));
        var ran = await Ran.Of("partner", "list", "--token", "t", "--authority-url", authority.Url);
        Assert.Equal(0, ran.Status);
        Assert.DoesNotContain('\u001b', ran.Output);
        Assert.DoesNotContain('\u202e', ran.Output);
    }

    [Fact]
    public async Task A_token_is_sent_and_never_shown()
    {
        await using var authority = new StubAuthority(call => call.RefuseAsync(401, "token-invalid", "The token does not verify."));

        var ran = await List(authority.Url);

        Assert.Equal("Bearer some-token", Assert.Single(authority.Calls).Fields["Authorization"]);
        Assert.Equal((int)ExitCode.Refused, ran.Status);
        Assert.Contains("Get a new token", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("some-token", ran.Error + ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("some-token", (await Ran.Of("case", "list", "--token", "some-token", "--help")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_go_into_the_query()
    {
        await using var authority = new StubAuthority(call => call.AnswerAsync(200, """{"cases":[]}"""));
        await Ran.Of("case", "list", "--stage", "review", "--due-before", "2027-01-01", "--token", "t", "--authority-url", authority.Url);
        Assert.Equal("/api/v1/cases?stage=review&dueBefore=2027-01-01", Assert.Single(authority.Calls).Target);
    }

    private static Task<Ran> List(string url, params string[] more) => Ran.Of(["case", "list", "--token", "some-token", "--authority-url", url, .. more]);
}
