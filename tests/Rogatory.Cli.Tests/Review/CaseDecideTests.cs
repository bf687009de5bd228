using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Review;

public sealed class CaseDecideTests
{
    private const string Case = "7K3Q-F2M9-X4TD";

    [Theory]
    [InlineData("accept", "The request of case 7K3Q-F2M9-X4TD is accepted.")]
    [InlineData("refuse", "The request of case 7K3Q-F2M9-X4TD is refused.")]
    [InlineData("postpone", "The execution of the request of case 7K3Q-F2M9-X4TD is postponed.")]
    [InlineData("clarify", "The partner is asked to clarify the request of case 7K3Q-F2M9-X4TD.")]
    public async Task What_was_decided_is_said_before_the_case_is_shown(string decision, string says)
    {
        await using var authority = new StubAuthority(async call =>
        {
            await call.ContentAsync();
            await call.AnswerAsync(200, $$"""{"case":"{{Case}}","stage":"review","phase":"decided"}""");
        });
        var ran = await Ran.Of(
            "case", "decide", Case, "--decision", decision, "--ground", "some-ground", "--citation", "UNCAC art. 46", "--reasons", "Some reasons.", "--token", "t", "--authority-url", authority.Url);

        Assert.True(ran.Status == 0, ran.Error);
        Assert.StartsWith($"{says}\nCase {Case}, stage review", ran.Output, StringComparison.Ordinal);
    }
}
