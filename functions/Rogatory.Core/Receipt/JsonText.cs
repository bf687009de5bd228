using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rogatory.Core.Receipt;

/// <summary>Strings in JSON that a stranger sent. The parser takes bytes and escapes that are no Unicode, and throws only when they are read.</summary>
internal static class JsonText
{
    /// <summary>The string, or null when it is none or not well-formed.</summary>
    public static string? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The string, or null when it is none or not well-formed.</summary>
    public static string? Read(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
