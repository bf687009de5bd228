using Rogatory.Cli.Tests.Http;

namespace Rogatory.Cli.Tests.Access;

/// <summary>What a second admin sees of what another proposed for an officer.</summary>
public sealed class OfficerProposalTests
{
    private const string Proposed = "7: reviewer, intake, unit mla-desk, clearance H2, by officer:first-admin";

    private const string Officer = """
        {"officer":"o-jansen","roles":["auditor"],"unit":"desk","clearance":"H0","suspended":false,
        "proposal":{"proposal":7,"roles":["reviewer","intake"],"unit":"mla-desk","clearance":"H2","proposedBy":"officer:first-admin"},
        "courses":[],"undertaking":null,"assignments":[],"conflicts":[]}
        """;

    [Theory]
    [InlineData("officer list")]
    [InlineData("officer show o-jansen")]
    [InlineData("officer propose o-jansen --role reviewer --unit mla-desk --clearance H2")]
    public async Task A_proposal_is_shown_with_its_number_and_all_that_it_proposes(string line) =>
        Assert.Contains(Proposed, (await RunAsync(line)).Ran.Output, StringComparison.Ordinal);

    [Fact]
    public async Task Who_proposes_is_told_how_the_proposal_is_approved_by_its_number() => Assert.Contains(
        "rogatory officer approve o-jansen 7\n", (await RunAsync("officer propose o-jansen --role reviewer --unit mla-desk --clearance H2")).Ran.Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    public async Task A_decision_names_the_proposal_that_was_looked_at(string decision)
    {
        var (ran, targets) = await RunAsync($"officer {decision} o-jansen 6");
        Assert.Equal(["POST /api/v1/officers/o-jansen/proposals/6/decision"], targets);
        Assert.StartsWith($"Proposal 6 for o-jansen is {decision}", ran.Output, StringComparison.Ordinal);
        Assert.Contains("auditor", ran.Output, StringComparison.Ordinal);
        Assert.Equal((int)ExitCode.Usage, (await Ran.Of("officer", decision, "o-jansen", "--token", "t")).Status);
    }

    private static async Task<(Ran Ran, IEnumerable<string> Targets)> RunAsync(string line)
    {
        await using var authority = new StubAuthority(call => call.AnswerAsync(200, call.Method == "GET" ? $$"""{"officers":[{{Officer}}]}""" : Officer));
        var ran = await Ran.Of([.. line.Split(' '), "--token", "t", "--authority-url", authority.Url]);
        Assert.True(ran.Status == 0, ran.Error);
        return (ran, authority.Calls.Select(call => $"{call.Method} {call.Target}"));
    }
}
