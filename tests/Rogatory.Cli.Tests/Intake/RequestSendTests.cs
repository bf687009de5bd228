using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Intake;

public sealed class RequestSendTests : IDisposable
{
    private const string Case = "7K3Q-F2M9-X4TD";
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_sealed_already_is_not_sent_again()
    {
        await using var authority = new StubAuthority(AnswerAsync);
        var ran = await SendAsync(authority.Url, """{"items":[{"id":"letter"},{"id":"statement","name":"account.csv"}]}""");

        Assert.True(ran.Status == 0, ran.Error);
        Assert.Equal(
            ["POST /api/v1/requests", "GET /api/v1/authority", $"PUT /api/v1/requests/{Case}/items/statement", $"GET /api/v1/requests/{Case}"],
            authority.Calls.Select(call => $"{call.Method} {call.Target}"));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/etc/hostname")]
    [InlineData("..")]
    [InlineData("folder/../../secret")]
    public async Task A_name_in_the_request_does_not_lead_out_of_the_folder(string name)
    {
        await using var authority = new StubAuthority(AnswerAsync);
        _folder.Write("secret", "not to be sent");

        var ran = await SendAsync(authority.Url, $$"""{"items":[{"id":"other","name":"{{name}}"}]}""");

        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Empty(authority.Calls);
    }

    private static async Task AnswerAsync(StubAuthority.Call call)
    {
        if (call.Method == "PUT") await call.ContinueAsync();
        if (call.Method != "GET") await call.ContentAsync();
        await call.AnswerAsync(200, $$"""
            {"case":"{{Case}}","stage":"sealing","phase":"awaiting-items","items":[{"id":"letter","state":"sealed"},{"id":"statement","state":"awaited"}]}
            """);
    }

    private async Task<Ran> SendAsync(string url, string request)
    {
        await Ran.Of("keys", "new", "--out", _folder["partner.jwk"]);
        var items = Directory.CreateDirectory(_folder["items"]).FullName;
        File.WriteAllText(Path.Combine(items, "letter"), "Dear colleague");
        File.WriteAllText(Path.Combine(items, "account.csv"), "a,b");
        return await Ran.Of(
            "request", "send", _folder.Write("request.json", request), "--items", items,
            "--partner", "fr-pnf", "--key", _folder["partner.jwk"], "--authority-url", url);
    }
}
