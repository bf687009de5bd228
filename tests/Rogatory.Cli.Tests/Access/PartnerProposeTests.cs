namespace Rogatory.Cli.Tests.Access;

public sealed class PartnerProposeTests : IDisposable
{
    private readonly Folder _folder = new();

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-01-01T12:00:00Z")]
    public async Task An_overlap_that_is_past_is_refused_with_the_option_that_leaves_a_key_out(string past)
    {
        var ran = await Of("--keys", _folder.Write("keys", "{}"), "--overlap-until", past, "--json");
        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Contains("--overlap-until is past", (string)ran.Failure["cause"]!, StringComparison.Ordinal);
        Assert.Contains("rogatory partner propose fr-pnf --revoke KEY", (string)ran.Failure["cure"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--valid-from")]
    [InlineData("--valid-until")]
    [InlineData("--overlap-until")]
    public async Task A_time_that_no_keys_are_given_for_is_refused(string option)
    {
        var ran = await Of("--name", "Parquet", option, "9000-01-01", "--json");
        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Contains("go with the keys of --keys", (string)ran.Failure["cause"]!, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    // Nobody answers at that port: what reaches the authority ends otherwise.
    private static Task<Ran> Of(params string[] arguments) => Ran.Of(["partner", "propose", "fr-pnf", .. arguments, "--token", "t", "--authority-url", "http://127.0.0.1:1"]);
}
