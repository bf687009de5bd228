using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Retention;

public sealed class CorrectionCommandTests
{
    private const string Case = "7K3Q-F2M9-X4TD";

    [Theory]
    [InlineData("Item statement of case 7K3Q-F2M9-X4TD is restricted: it goes to nobody, and few may read it.", "restrict", "--ground", "accuracy-contested")]
    [InlineData("The restriction of item statement of case 7K3Q-F2M9-X4TD is lifted.", "unrestrict", "--informed", "person", "--informed-on", "2026-11-20")]
    [InlineData("Item statement of case 7K3Q-F2M9-X4TD is rectified by statement.rectification-1, and goes out with it only.", "rectify", "--ground", "inaccurate", "--text", "Another account.")]
    public async Task What_was_done_to_the_item_is_said_before_the_case_is_shown(string says, string command, params string[] more)
    {
        await using var authority = new StubAuthority(async call =>
        {
            await call.ContentAsync();
            await call.AnswerAsync(200, $$"""{"case":"{{Case}}","stage":"review","phase":"decided","items":[{"id":"statement","state":"sealed","correction":"statement.rectification-1"}]}""");
        });
        var ran = await Ran.Of(
            ["item", command, Case, "statement", .. more, "--citation", "LED art. 16", "--reasons", "Some reasons.", "--token", "t", "--authority-url", authority.Url]);

        Assert.True(ran.Status == 0, ran.Error);
        Assert.StartsWith($"{says}\nCase {Case}, stage review", ran.Output, StringComparison.Ordinal);
    }
}
