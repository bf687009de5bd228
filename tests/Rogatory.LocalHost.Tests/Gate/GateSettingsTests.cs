using Rogatory.LocalHost.Gate;

namespace Rogatory.LocalHost.Tests.Gate;

public sealed class GateSettingsTests
{
    [Theory]
    [InlineData("ledger:append", "ledger", 3650, true)]
    [InlineData("ledger:append:30", "ledger", 30, true)]
    [InlineData("statements", "statements", 3650, false)]
    [InlineData("statements:7300", "statements", 7300, false)]
    public void A_container_policy_reads_as_written(string text, string name, int days, bool appends) =>
        Assert.Equal(new ContainerPolicy(name, TimeSpan.FromDays(days), appends), ContainerPolicy.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(":append")]
    [InlineData("ledger:0")]
    [InlineData("ledger:146001")]
    [InlineData("ledger:overwrite")]
    [InlineData("ledger:append:30:more")]
    public void A_container_policy_that_says_nothing_clear_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ContainerPolicy.Parse(text));

    [Fact]
    public void Accounts_read_as_Azurite_reads_them()
    {
        Assert.Equal([GateAccount.Development], GateAccount.Parse(null));
        Assert.Equal([new GateAccount("one", "a2V5MQ=="), new GateAccount("two", "a2V5Mg==")], GateAccount.Parse("one:a2V5MQ==;two:a2V5Mg==:c2Vjb25k;"));
        Assert.Throws<FormatException>(() => GateAccount.Parse("one"));
    }

    [Fact]
    public void An_account_printed_shows_no_key() => Assert.Equal("devstoreaccount1", GateAccount.Development.ToString());

    [Theory]
    [InlineData("--urls")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--urls", "https://127.0.0.1:0", "--upstream", "http://127.0.0.1:1")]
    [InlineData("--urls", "http://127.0.0.1:0", "--upstream", "127.0.0.1:1")]
    [InlineData("--urls", "http://127.0.0.1:0", "--upstream", "http://127.0.0.1:1", "--container-policy", "ledger:0")]
    [InlineData("--unknown", "value")]
    public async Task A_command_line_that_says_nothing_clear_ends_with_2(params string[] args) =>
        Assert.Equal(2, await GateProgram.RunAsync(args));
}
