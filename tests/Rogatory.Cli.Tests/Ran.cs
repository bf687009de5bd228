using System.Text.Json.Nodes;

namespace Rogatory.Cli.Tests;

/// <summary>A command line that was run in this process: its status, and what it wrote.</summary>
internal sealed record Ran(int Status, string Output, string Error)
{
    public JsonObject Json => (JsonObject)JsonNode.Parse(Output)!;

    /// <summary>The failure as <c>--json</c> gives it.</summary>
    public JsonObject Failure => (JsonObject)JsonNode.Parse(Error)!["error"]!;

    public static Task<Ran> Of(params string[] arguments) => Of(CancellationToken.None, arguments);

    public static async Task<Ran> Of(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync(arguments, output, error, cancellationToken);
        return new Ran(status, output.ToString(), error.ToString());
    }
}
