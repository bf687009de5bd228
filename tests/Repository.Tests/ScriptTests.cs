using System.Diagnostics;

namespace Repository.Tests;

public sealed class ScriptTests
{
    private static readonly string[] Scripts = [.. Tree.Files.Where(file => file.EndsWith(".sh", StringComparison.Ordinal) || file is "scripts/rogatory" or ".ci/run")];

    [Theory]
    [InlineData("scripts/demo.sh")]
    [InlineData("scripts/test.sh")]
    [InlineData("scripts/run.sh")]
    [InlineData("scripts/rogatory")]
    [InlineData(".ci/run")]
    public void A_promised_script_is_there_and_can_be_run(string script)
    {
        Assert.Contains(script, Scripts);
        if (!OperatingSystem.IsWindows()) Assert.True(File.GetUnixFileMode(Path.Combine(Tree.Root, script)).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task Every_script_parses()
    {
        Assert.NotEmpty(Scripts);
        foreach (var script in Scripts)
        {
            using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", Path.Combine(Tree.Root, script)]) { UseShellExecute = false, RedirectStandardError = true })!;
            var said = await bash.StandardError.ReadToEndAsync();
            await bash.WaitForExitAsync();
            Assert.True(bash.ExitCode == 0, $"{script}: {said}");
        }
    }

    [Fact]
    public async Task Every_module_parses()
    {
        foreach (var module in Tree.Under("scripts/", ".mjs"))
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--check", Path.Combine(Tree.Root, module)]) { UseShellExecute = false, RedirectStandardError = true })!;
            var said = await node.StandardError.ReadToEndAsync();
            await node.WaitForExitAsync();
            Assert.True(node.ExitCode == 0, $"{module}: {said}");
        }
    }

    [Fact]
    public void Every_script_stops_at_the_first_failure() =>
        Assert.Empty(Scripts.Where(script => script != ".ci/run"
            && !Tree.Read(script).Contains("set -euo pipefail", StringComparison.Ordinal)
            && !Tree.Read(script).Contains("source \"$(dirname \"${BASH_SOURCE[0]}\")/lib.sh\"", StringComparison.Ordinal)));
}
