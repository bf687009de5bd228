using System.Diagnostics;

namespace Rogatory.Core.Tests.Receipt;

/// <summary>Runs a module script over the npm package jose: JOSE as others implement it.</summary>
internal static class JoseProcess
{
    /// <summary>Gives the script one input through <c>process.argv[1]</c> and returns what it printed.</summary>
    public static async Task<string> RunAsync(string script, string input)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Root() };
        foreach (var argument in new[] { "--input-type=module", "-e", $"import * as jose from 'jose';\n{script}", "--", input }) start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await error);
        return (await output).Trim();
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln"))) continue;
            Assert.True(Directory.Exists(Path.Combine(folder.FullName, "node_modules", "jose")), "The npm packages are missing: run npm ci --ignore-scripts.");
            return folder.FullName;
        }

        throw new InvalidOperationException("No folder above the tests holds Serverless.sln.");
    }
}
