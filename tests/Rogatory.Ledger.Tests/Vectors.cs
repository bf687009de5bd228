using System.Text.Json.Nodes;

namespace Rogatory.Ledger.Tests;

/// <summary>The files of tests/vectors/ledger.</summary>
internal static class Vectors
{
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "vectors", file);

    public static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(PathOf(file)))!;

    public static JsonArray Array(this JsonNode node, string member) => node[member]!.AsArray();

    public static string Text(this JsonNode node, string member) => node[member]!.GetValue<string>();

    public static int Number(this JsonNode node, string member) => node[member]!.GetValue<int>();

    public static byte[][] Hex(this JsonArray texts) => [.. texts.Select(text => Convert.FromHexString(text!.GetValue<string>()))];
}
