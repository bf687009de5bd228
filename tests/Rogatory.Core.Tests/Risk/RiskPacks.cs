using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Policy;

namespace Rogatory.Core.Tests.Risk;

/// <summary>Copies of the shipped policy with other risk packs.</summary>
internal static class RiskPacks
{
    private const string Pack = "Risk.disclosure.json";

    public static PolicySet Without()
    {
        Dictionary<string, byte[]> files = Files();
        files.Remove(Pack);
        return PolicySet.From(files);
    }

    /// <summary>With the pack changed.</summary>
    public static PolicySet With(Action<JsonObject> change)
    {
        Dictionary<string, byte[]> files = Files();
        JsonObject pack = JsonNode.Parse(files[Pack])!.AsObject();
        change(pack);
        files[Pack] = Encoding.UTF8.GetBytes(pack.ToJsonString());
        return PolicySet.From(files);
    }

    /// <summary>With one more rule.</summary>
    public static PolicySet With(string rule) => With(pack => pack["rules"]!.AsArray().Add(JsonNode.Parse(rule)));

    private static Dictionary<string, byte[]> Files() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(PolicySet.Load().ToBytes())!.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value));
}
