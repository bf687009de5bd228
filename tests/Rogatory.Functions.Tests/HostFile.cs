using System.Text.Json;

namespace Rogatory.Functions.Tests;

/// <summary>host.json.</summary>
internal static class HostFile
{
    public static JsonElement Content { get; } = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FunctionSources.Root, "host.json"))).RootElement;

    public static string RoutePrefix => At("extensions", "http", "routePrefix").GetString()!;

    public static JsonElement At(params string[] path) => path.Aggregate(Content, (element, name) => element.GetProperty(name));
}
