using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Case;

public sealed class CaseListTests
{
    [Theory]
    [InlineData("case list", "No case is assigned to you, or there is none.")]
    [InlineData("case list --stage review", "No case that you need to know is at that stage or due by then; one that is not assigned to you is not listed.")]
    [InlineData("case list --due-before 2027-01-01", "No case that you need to know is at that stage or due by then; one that is not assigned to you is not listed.")]
    public async Task Where_nothing_is_listed_it_is_said_why(string line, string said)
    {
        await using var authority = new StubAuthority(call => call.AnswerAsync(200, """{"cases":[]}"""));
        var ran = await Ran.Of([.. line.Split(' '), "--token", "t", "--authority-url", authority.Url]);
        Assert.Equal((0, said), (ran.Status, ran.Output.Trim()));
    }
}
