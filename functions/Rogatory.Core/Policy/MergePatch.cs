using System.Text.Json.Nodes;

namespace Rogatory.Core.Policy;

/// <summary>JSON merge patch (RFC 7396).</summary>
internal static class MergePatch
{
    /// <summary>The target as the patch changes it; neither is touched.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        JsonObject merged = target is JsonObject before ? (JsonObject)before.DeepClone() : [];
        foreach ((string name, JsonNode? change) in changes)
        {
            if (change is null)
                merged.Remove(name);
            else
                merged[name] = Apply(merged[name], change);
        }

        return merged;
    }
}
