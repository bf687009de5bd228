using System.Diagnostics;
using System.Text.Json;

namespace Rogatory.LocalHost.Tests.Gate;

/// <summary>How Azurite itself reads a request; null where it fails to.</summary>
public sealed record AzuriteReading(string Account, string? Container, string Blob, string? Operation, string? Comp, string? Snapshot)
{
    public sealed record Call(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Host = "127.0.0.1");

    public static async Task<IReadOnlyList<AzuriteReading?>> OfAsync(IReadOnlyList<Call> calls)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Serverless.sln"))) root = root.Parent!;
        using var node = Process.Start(new ProcessStartInfo("node", Path.Combine(root.FullName, "tests/Rogatory.LocalHost.Tests/Gate/azurite-reads.cjs"))
        {
            UseShellExecute = false,
            WorkingDirectory = Path.Combine(root.FullName, "node_modules"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await JsonSerializer.SerializeAsync(node.StandardInput.BaseStream, calls, JsonSerializerOptions.Web);
        node.StandardInput.Close();
        var answers = await JsonSerializer.DeserializeAsync<List<AzuriteReading?>>(node.StandardOutput.BaseStream, JsonSerializerOptions.Web);
        await node.WaitForExitAsync();
        Assert.Equal(calls.Count, answers!.Count);
        return answers;
    }
}
