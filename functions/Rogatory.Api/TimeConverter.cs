using System.Text.Json;
using System.Text.Json.Serialization;
using Rogatory.Core.Receipt;

namespace Rogatory.Api;

/// <summary>Times as statements and ledgers write them: UTC, to the millisecond, with <c>Z</c>.</summary>
internal sealed class TimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out DateTimeOffset time) && SaysOffset(reader.GetString()!) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Statement.FormatTime(value));

    // What says none would be read by the clock of the machine that happens to read it.
    private static bool SaysOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}
