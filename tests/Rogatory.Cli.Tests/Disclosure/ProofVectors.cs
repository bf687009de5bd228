using System.Text.Json.Nodes;

namespace Rogatory.Cli.Tests.Disclosure;

/// <summary>The vectors that others check their verifiers with.</summary>
internal static class ProofVectors
{
    public static IReadOnlyList<JsonObject> All { get; } = [.. Read().Select(vector => vector!.AsObject())];

    public static JsonObject Named(string name) => All.Single(vector => (string?)vector["name"] == name);

    private static JsonArray Read()
    {
        var above = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(above.FullName, "Serverless.sln"))) above = above.Parent!;
        return JsonNode.Parse(File.ReadAllText(Path.Combine(above.FullName, "tests/vectors/envelope/proofs.json")))!.AsArray();
    }
}
