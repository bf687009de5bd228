using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Rogatory.Envelope.Tests;

/// <summary>Runs the repository's scripts for Node.</summary>
internal static class Node
{
    public static string Root { get; } = FindRoot();

    /// <summary>Runs a script, by its path from the repository's root, with JSON on its input, and returns the JSON it prints.</summary>
    public static async Task<JsonNode> RunAsync(string script, JsonNode? input = null)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Root, script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(input?.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonNode.Parse(await output)!;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Serverless.sln")))
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return directory.FullName;
    }
}
