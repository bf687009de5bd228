using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Rogatory.Core;

namespace Rogatory.Api;

/// <summary>JSON as the front door speaks it: camelCase, words in lower case with hyphens, times in UTC with Z, nothing unknown accepted.</summary>
public static class ApiJson
{
    private const int DeepestBody = 16;
    private const string NotTaken = "The body is not the JSON that this call takes.";

    // The first converter that can, does.
    public static JsonSerializerOptions Options { get; } =
        Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new WordConverter(), new TimeConverter() } });

    /// <summary>All but the two converters of our own: what the OpenAPI document is made from, since it can't look into them.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = DeepestBody;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }

    /// <summary>A word of an enumeration as the wire says it.</summary>
    public static string Word(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>An officer's request body.</summary>
    public static async Task<T> ReadAsync<T>(HttpRequest request, int limit, CancellationToken cancellationToken)
        where T : class =>
        Parse<T>(await ReadBytesAsync(request, limit, cancellationToken));

    /// <summary>A request body that was read already.</summary>
    public static T Parse<T>(byte[] body)
        where T : class
    {
        try
        {
            // Members of any depth stand once: a free-form object in a body would find the second one only when it is read.
            using JsonDocument once = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = DeepestBody });
            return JsonSerializer.Deserialize<T>(body, Options) ?? throw Malformed("");
        }
        catch (JsonException malformed)
        {
            // Any other message may repeat what was sent.
            throw Malformed(PointerOf(malformed.Path), malformed.Message.StartsWith(WordConverter.Expected, StringComparison.Ordinal) ? malformed.Message : NotTaken);
        }
        catch (InvalidOperationException)
        {
            // What the parser throws for names that are no Unicode.
            throw Malformed("");
        }
    }

    /// <summary>An officer's request body that counts as it was sent.</summary>
    public static async Task<byte[]> ReadBytesAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        byte[] buffer = new byte[8192];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + count > limit)
                throw new RefusedException("too-large", $"The body can have at most {limit} bytes.");
            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }

    private static RefusedException Malformed(string pointer, string detail = NotTaken) => RefusedException.Malformed("body-malformed", pointer, detail);

    private static string PointerOf(string? jsonPath) =>
        jsonPath is null or "$" ? "" : string.Concat(jsonPath.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(part => "/" + part));
}
