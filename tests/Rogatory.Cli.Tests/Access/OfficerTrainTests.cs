namespace Rogatory.Cli.Tests.Access;

public sealed class OfficerTrainTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--passed-on 2026-11-01")]
    public Task Evidence_is_asked_for_where_there_is_none(string given) =>
        RefusesAsync(given, "Give one of --reference, which says where the evidence is, and --result of a drill.");

    [Fact]
    public Task A_reference_and_a_result_of_a_drill_are_not_both_taken() =>
        RefusesAsync("--result result.jws --reference HR/1", "Give one of --reference, which says where the evidence is, and --result of a drill, and not both.");

    [Theory]
    [InlineData("--passed-on 2026-11-01")]
    [InlineData("--evidence certificate")]
    [InlineData("--file scan.pdf")]
    public Task What_a_result_of_a_drill_says_itself_is_not_taken_beside_it(string given) =>
        RefusesAsync($"--result result.jws {given}", "A drill's --result says itself what was passed and when: give it without --passed-on, --evidence and --file.");

    private static async Task RefusesAsync(string given, string cause)
    {
        var ran = await Ran.Of(["--json", "officer", "train", "o-jansen", "--course", "mla-basics", .. given.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--token", "t"]);
        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Equal(cause, (string?)ran.Failure["cause"]);
    }
}
