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
        var ran = await SendAsync(authority.Url, """{"items":[{"id":"letter","size":14},{"id":"statement","name":"account.csv","size":3,"sha256":"1eb7c54d52831bbfe8942af0b1c56b7409523a59ed6ca99c1174fef7eb32c1b5"}]}""");

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

    [Theory]
    [InlineData("""{"id":"statement","name":"account.csv","size":1000}""", "account.csv has 3 bytes, and ", " declares 1000 for the item statement.")]
    [InlineData("""{"id":"statement","name":"account.csv","size":3,"sha256":"00"}""", "account.csv has another SHA-256 than ", " declares for the item statement; its 3 bytes are as many.")]
    public async Task A_file_that_is_not_the_declared_one_is_refused_before_a_case_is_opened(string item, string says, string declares)
    {
        await using var authority = new StubAuthority(AnswerAsync);
        var ran = await SendAsync(authority.Url, $$"""{"items":[{"id":"letter"},{{item}}]}""");

        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
        Assert.Contains(declares, ran.Error, StringComparison.Ordinal);
        Assert.Empty(authority.Calls);
    }

    [Fact]
    public async Task A_file_that_the_request_declares_no_item_for_is_refused_before_a_case_is_opened()
    {
        await using var authority = new StubAuthority(AnswerAsync);
        var file = _folder.Write("disk.img", "not asked for");
        var ran = await SendAsync(authority.Url, """{"items":[{"id":"letter"}]}""", "--item", $"disk={file}", "--item", $"tape={file}");

        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.StartsWith("The request declares no item disk and no item tape.", ran.Error, StringComparison.Ordinal);
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

    private async Task<Ran> SendAsync(string url, string request, params string[] more)
    {
        await Ran.Of("keys", "new", "--out", _folder["partner.jwk"]);
        var items = Directory.CreateDirectory(_folder["items"]).FullName;
        File.WriteAllText(Path.Combine(items, "letter"), "Dear colleague");
        File.WriteAllText(Path.Combine(items, "account.csv"), "a,b");
        return await Ran.Of(
            ["request", "send", _folder.Write("request.json", request), "--items", items, "--partner", "fr-pnf", "--key", _folder["partner.jwk"], "--authority-url", url, .. more]);
    }
}
