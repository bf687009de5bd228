namespace Rogatory.Cli.Tests.Policy;

public sealed class PolicyCheckCommandTests
{
    [Fact]
    public async Task The_policy_that_ships_has_no_fault()
    {
        var ran = await Ran.Of("policy", "check", "--json");

        Assert.Equal(0, ran.Status);
        Assert.Empty(ran.Json["faults"]!.AsArray());
        Assert.Matches("^[0-9a-f]{64}$", (string?)ran.Json["digest"]);
    }
}
