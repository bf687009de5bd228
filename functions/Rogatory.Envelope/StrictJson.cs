using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Rogatory.Envelope;

/// <summary>Reads JSON of which every member is known. Whatever differs is an <see cref="OpenException"/> of the key's class.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>Parses a document and hands its root to <paramref name="read"/>.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // The parser reports a string that is not well-formed Unicode as an invalid operation. Its message may quote the document.
            throw new OpenException(OpenFailure.Key);
        }
    }

    /// <summary>Refuses anything but an object of exactly these members.</summary>
    public static void RequireMembers(JsonElement element, params ReadOnlySpan<string> names)
    {
        Require(element.ValueKind == JsonValueKind.Object && element.GetPropertyCount() == names.Length);
        foreach (var name in names)
            Require(element.TryGetProperty(name, out _));
    }

    public static void Require(bool condition)
    {
        if (!condition)
            throw new OpenException(OpenFailure.Key);
    }

    public static void RequireText(JsonElement element, string name, string value) => Require(Text(element, name) == value);

    public static string Text(JsonElement element, string name)
    {
        var value = element.GetProperty(name);
        Require(value.ValueKind == JsonValueKind.String);
        return value.GetString()!;
    }

    /// <summary>
    /// The characters of a base64url member (RFC 7515 section 2: no padding, no white space, no escapes) of a size in bytes between the two.
    /// </summary>
    public static ReadOnlySpan<byte> Base64UrlText(JsonElement element, string name, int minimumSize, int maximumSize)
    {
        var value = element.GetProperty(name);
        Require(value.ValueKind == JsonValueKind.String);
        var text = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        Require(Base64Url.IsValid(text, out var size) && size >= minimumSize && size <= maximumSize);
        Require(text.Length == Base64Url.GetEncodedLength(size));
        return text;
    }

    public static byte[] Base64UrlBytes(JsonElement element, string name, int minimumSize, int maximumSize) =>
        Base64Url.DecodeFromUtf8(Base64UrlText(element, name, minimumSize, maximumSize));
}
