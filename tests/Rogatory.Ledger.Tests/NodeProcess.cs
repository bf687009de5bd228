using System.Diagnostics;

namespace Rogatory.Ledger.Tests;

/// <summary>Asks another implementation: the JavaScript engine whose rules RFC 8785 builds on.</summary>
internal static class NodeProcess
{
    /// <summary>Runs a script over lines of input, all in one process, and returns its lines of output.</summary>
    public static async Task<string[]> RunAsync(IEnumerable<string> input, params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var output = node.StandardOutput.ReadToEndAsync();
        foreach (var line in input)
            await node.StandardInput.WriteLineAsync(line);
        node.StandardInput.Close();
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await node.WaitForExitAsync();
        Assert.Equal(0, node.ExitCode);
        return lines;
    }
}
