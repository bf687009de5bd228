using System.Text;
using System.Text.Json;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class JsonExtractTests
{
    private const string Record = """
        {"holder": {"name": "Zo\u00eb M\u00fcller", "tags": ["a", "b"]},
         "accounts": [{"iban": "DE89370400440532013000", "balance": -12.5, "open": true},
                      {"iban": "GB82WEST12345698765432", "balance": 40001234, "open": false}],
         "note": "Zoë Müller asked \"twice\""}

        """;

    private const string Lines = "{\"n\":1,\"name\":\"Ada Brandt\"}\n{\"n\":2,\"name\":\"Max Vogel\"}\n{\"n\":3,\"other\":true}\n";

    [Fact]
    public void Only_kept_fields_and_what_is_around_them_stay()
    {
        Extracted made = Extracted.Of(Record, """{"keep":[{"fields":["/accounts/*/balance","/holder/tags"]}]}""");
        Assert.Equal("""{"holder":{"tags":["a","b"]},"accounts":[{"balance":-12.5},{"balance":40001234}]}""", Compact(made.Text));
        Assert.Equal(6, made.Made.Removed["fields"]);
        Assert.Equal(("json", "application/json"), (made.Made.Format, made.Made.MediaType));
        Assert.Equal("""{"accounts":[{"iban":"GB82WEST12345698765432"}]}""", Compact(Extracted.Of(Record, """{"keep":[{"fields":["/accounts/1/iban"]}]}""").Text));
    }

    [Fact]
    public void Removed_fields_become_marks_of_a_string_each_and_all_else_stays_as_written()
    {
        Extracted made = Extracted.Of(Record, """{"remove":[{"fields":["/accounts/*/balance","/accounts/1/iban"]}]}""").IsProvenBy(Encoding.UTF8.GetBytes(Record), BlockKind.Lines);
        Assert.Contains("\"iban\": \"DE89370400440532013000\", \"balance\": \"[REMOVED 1]\", \"open\": true", made.Text, StringComparison.Ordinal);
        Assert.Contains("\"iban\": \"[REMOVED 2]\", \"balance\": \"[REMOVED 3]\", \"open\": false", made.Text, StringComparison.Ordinal);
        Assert.Contains("Zo\\u00eb", made.Text, StringComparison.Ordinal);
        Assert.Equal("""{"holder":"[REMOVED 1]","n":"x"}""", Extracted.Of("""{"holder":{"name":"Ada","ids":[1234,true]},"n":"x"}""", """{"remove":[{"fields":["/holder"]}]}""").Text);
    }

    [Fact]
    public void A_value_of_a_removed_field_is_left_over_elsewhere_however_it_is_escaped()
    {
        RefusedException refused = Extracted.Refuses("extract-left-over", Record, """{"remove":[{"fields":["/holder/name"]}]}""");
        Assert.Contains("line 4", refused.Detail, StringComparison.Ordinal);
        Extracted.Refuses("extract-left-over", Record, """{"remove":[{"fields":["/note"]},{"spans":[[21,37]]}],"keep":[{"fields":["/note","/holder"]}]}""".Replace("/note\"]},{", "/holder/name\"]},{", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_in_a_removed_object_is_left_over_elsewhere_but_the_names_in_it_are_not()
    {
        string request = """{"remove":[{"fields":["/holder"]}]}""";
        Extracted.Refuses("extract-left-over", """{"holder":{"name":"Ada Brandt"},"payee":"Ada Brandt"}""", request);
        Assert.Equal("""{"holder":"[REMOVED 1]","payee":{"name":"Max"}}""", Extracted.Of("""{"holder":{"name":"Ada Brandt"},"payee":{"name":"Max"}}""", request).Text);
    }

    [Fact]
    public void A_category_is_found_in_escaped_strings_and_marked_in_all_its_spellings()
    {
        Extracted made = Extracted.Of(Record, """{"remove":[{"categories":["person-name","iban"]}]}""");
        Assert.Contains("\"name\": \"[NAME 1]\"", made.Text, StringComparison.Ordinal);
        Assert.Contains("\"note\": \"[NAME 1] asked \\\"twice\\\"\"", made.Text, StringComparison.Ordinal);
        Assert.Contains("\"iban\": \"[IBAN 2]\"", made.Text, StringComparison.Ordinal);
        Compact(made.Text);
    }

    [Fact]
    public void JSON_Lines_are_kept_by_row()
    {
        Extracted made = Extracted.Of(Lines, """{"keep":[{"rows":"1,3"}]}""").IsProvenBy(Encoding.UTF8.GetBytes(Lines), BlockKind.Lines);
        Assert.Equal("{\"n\":1,\"name\":\"Ada Brandt\"}\n{\"n\":3,\"other\":true}\n", made.Text);
        Assert.Equal([new BlockRange(0, 1), new BlockRange(2, 1)], made.Made.Kept);
        Assert.Equal(("application/jsonl", "jsonl"), (made.Made.MediaType, made.Made.Extension));
        Assert.Equal("{\"name\":\"Ada Brandt\"}\n{\"name\":\"Max Vogel\"}\n", Extracted.Of(Lines, """{"keep":[{"fields":["/name"]}]}""").Text);
    }

    [Theory]
    [InlineData("""{"keep":[{"fields":["/nobody"]}]}""", "extract-empty")]
    [InlineData("""{"remove":[{"fields":["/nobody"]}]}""", "extract-nothing-removed")]
    [InlineData("""{"keep":[{"rows":"1"}]}""", "extract-not-possible")]
    [InlineData("""{"keep":[{"columns":["iban"]}]}""", "extract-not-possible")]
    public void What_cannot_be_is_refused(string request, string slug) => Extracted.Refuses(slug, Record, request);

    [Fact]
    public void What_is_not_quite_JSON_is_refused_and_can_be_had_as_text()
    {
        string broken = "{\"a\": [1, 2,], \"name\": \"Ada Brandt\"}\n{\"b\": 1}\n";
        Extracted.Refuses("extract-not-possible", broken, """{"remove":[{"categories":["person-name"]}]}""");
        Assert.Equal("{\"b\": 1}\n", Extracted.Of(broken, """{"keep":[{"lines":"2"}],"as":"text"}""").Text);
    }

    private static readonly JsonSerializerOptions AsIs = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Compact(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, AsIs);
    }

    [Fact]
    public void A_very_long_value_of_a_category_goes_to_its_end_or_is_left_over()
    {
        string address = $"https://x.example/{string.Concat(Enumerable.Range(0, 60).Select(number => $"part{number}/"))}secret-end";
        string text = Extracted.Of($$"""{"a":"see {{address}} here","b":"xx{{address}}"}""", """{"remove":[{"categories":["url"]}]}""").Text;
        Assert.DoesNotContain("part", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Extracted.Refuses("extract-left-over", $$"""{"a":"see {{address}} here","b":"xx{{address[..^10]}}"}""", """{"remove":[{"categories":["url"]}]}""");
    }
}
