using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Access;

public sealed class OfficerShowTests
{
    private const string Officer = """
        {"officer":"o-jansen","roles":["auditor"],"unit":"desk","clearance":"H0","suspended":false,"founder":FOUNDER,"proposal":null,
        "courses":[{"course":"mla-basics","version":"1","validUntil":"2022-01-01T00:00:00.000Z"},{"course":"incident-response","version":"1","validUntil":"9022-01-01T00:00:00.000Z"}],
        "undertaking":{"version":"1","validUntil":"2022-02-01T00:00:00.000Z"},
        "assignments":[{"case":"7K3Q-F2M9-X4TD","lapsesAt":"2022-03-01T00:00:00.000Z"},{"case":"0000-F2M9-X4TD","lapsesAt":"9022-03-01T00:00:00.000Z"}],"conflicts":[]}
        """;

    [Fact]
    public async Task What_has_lapsed_is_shown_as_lapsed()
    {
        var shown = (await RunAsync("officer show o-jansen")).Output;
        Assert.Contains("mla-basics 1, lapsed 2022-01-01T00:00:00.000Z\n", shown, StringComparison.Ordinal);
        Assert.Contains("incident-response 1, until 9022-01-01T00:00:00.000Z\n", shown, StringComparison.Ordinal);
        Assert.Contains("version 1, lapsed 2022-02-01T00:00:00.000Z\n", shown, StringComparison.Ordinal);
        Assert.Contains("7K3Q-F2M9-X4TD, lapsed 2022-03-01T00:00:00.000Z\n", shown, StringComparison.Ordinal);
        Assert.Contains("0000-F2M9-X4TD, until 9022-03-01T00:00:00.000Z unless confirmed\n", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("officer list")]
    [InlineData("officer show o-jansen")]
    [InlineData("officer show")]
    [InlineData("officer withdraw o-jansen --role dpo")]
    public async Task A_founder_is_shown_as_an_admin_by_the_settings(string line)
    {
        const string Admin = "auditor; admin by the settings, as a founder";
        Assert.Contains(Admin, (await RunAsync(line, founder: true)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("founder", (await RunAsync(line)).Output, StringComparison.Ordinal);
    }

    private static async Task<Ran> RunAsync(string line, bool founder = false)
    {
        var officer = Officer.Replace("FOUNDER", founder ? "true" : "false", StringComparison.Ordinal);
        await using var authority = new StubAuthority(call => call.AnswerAsync(200, call.Target == "/api/v1/officers" ? $$"""{"officers":[{{officer}}]}""" : officer));
        var ran = await Ran.Of([.. line.Split(' '), "--token", "t", "--authority-url", authority.Url]);
        Assert.True(ran.Status == 0, ran.Error);
        return ran;
    }
}
