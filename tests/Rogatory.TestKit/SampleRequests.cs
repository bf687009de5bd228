using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.TestKit;

/// <summary>The letters of request in tests/samples/requests. All people, places and authorities in them are made up.</summary>
public static class SampleRequests
{
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples", "requests");

    /// <summary>The bytes of one, by its file name without extension, such as <c>uncac-bank-records</c>.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.json"));

    /// <summary>One as a tree, to be changed.</summary>
    public static JsonObject ReadTree(string name) => JsonNode.Parse(Read(name))!.AsObject();

    public static byte[] ToBytes(JsonNode tree) => Encoding.UTF8.GetBytes(tree.ToJsonString());
}
