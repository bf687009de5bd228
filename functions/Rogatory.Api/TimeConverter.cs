using System.Text.Json;
using System.Text.Json.Serialization;
using Rogatory.Core.Receipt;

namespace Rogatory.Api;

/// <summary>Times as statements and ledgers write them: UTC, to the millisecond, with <c>Z</c>.</summary>
internal sealed class TimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out DateTimeOffset time) ? time : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Statement.FormatTime(value));
}
