using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rogatory.Api;

/// <summary>Enumerations as <see cref="ApiJson.Word"/> says them, and read in no other spelling.</summary>
internal sealed class WordConverter : JsonConverterFactory
{
    /// <summary>What the message begins with that names the words that are taken.</summary>
    public const string Expected = "Expected is one of: ";

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly FrozenDictionary<string, T> Words = Enum.GetValues<T>().ToFrozenDictionary(value => ApiJson.Word(value), StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Words.TryGetValue(reader.GetString()!, out T value) ? value : throw new JsonException($"{Expected}{string.Join(", ", Words.Keys.Order(StringComparer.Ordinal))}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(ApiJson.Word(value));
    }
}
