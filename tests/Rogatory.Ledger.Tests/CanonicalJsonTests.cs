using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Ledger.Tests;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void The_examples_of_RFC_8785_come_out_byte_for_byte()
    {
        var texts = Vectors.Read("canonical.json").Array("texts");

        Assert.Equal(2, texts.Count);
        foreach (var example in texts)
        {
            var written = CanonicalJson.Serialize(JsonNode.Parse(example!.Text("input")));
            Assert.Equal(example!.Text("canonical"), Convert.ToHexStringLower(written));
            Assert.True(CanonicalJson.IsCanonical(written));
            Assert.False(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(example!.Text("input"))));
        }
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"":0,"a":[1,"b",null,{"c":{}}],"aa":[[]],"b":false}""")]
    public void A_canonical_text_is_written_back_as_it_was(string text)
    {
        Assert.Equal(text, Written(JsonNode.Parse(text)));
        Assert.True(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Values_built_in_memory_are_written_as_parsed_ones_are()
    {
        var built = new JsonObject
        {
            ["whole"] = 1306,
            ["long"] = -(1L << 53),
            ["double"] = 0.1,
            ["text"] = "é",
            ["truth"] = true,
            ["nothing"] = null,
            ["list"] = new JsonArray(1, "two", null),
        };

        var written = Written(built);

        Assert.Equal(
            """{"double":0.1,"list":[1,"two",null],"long":-9007199254740992,"nothing":null,"text":"é","truth":true,"whole":1306}""",
            written);
        Assert.Equal(written, Written(JsonNode.Parse(built.ToJsonString())));
    }

    [Fact]
    public void Only_quotes_backslashes_and_control_characters_are_escaped()
    {
        var all = string.Concat(Enumerable.Range(0, 0x80).Select(code => (char)code));

        Assert.Equal(
            "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
            + "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f"
            + all[' '..'"'] + "\\\"" + all['#'..'\\'] + "\\\\" + all[']'..] + "\"",
            Written(all));
    }

    [Fact]
    public void Members_are_ordered_by_UTF_16_code_units_and_not_by_code_points()
    {
        var members = new JsonObject
        {
            ["\ufb33"] = 1, ["\U0001f600"] = 2, ["\uffff"] = 3, ["a"] = 4, ["Z"] = 5, ["\u00e9"] = 6, ["\n"] = 7, ["aa"] = 8,
        };

        Assert.Equal("{\"\\n\":7,\"Z\":5,\"a\":4,\"aa\":8,\"\u00e9\":6,\"\U0001f600\":2,\"\ufb33\":1,\"\uffff\":3}", Written(members));
    }

    [Fact]
    public void A_lone_surrogate_is_refused_wherever_it_stands()
    {
        Refused("a\ud800b");
        Refused("\udc00");
        Refused(new JsonObject { ["\ud83d"] = 1 });
        Refused(JsonNode.Parse("""["\ud800"]"""));
        Refused(JsonNode.Parse("""["\udc00\ud800"]"""));
        Refused(JsonNode.Parse("""{"\ud800":1}"""));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_not_finite_is_refused(double value) => Refused(value);

    [Fact]
    public void A_parsed_number_beyond_the_largest_double_is_refused() => Refused(JsonNode.Parse("[1e400]"));

    [Theory]
    [InlineData((1L << 53) + 1)]
    [InlineData(-(1L << 53) - 1)]
    [InlineData(long.MaxValue)]
    public void A_whole_number_that_a_double_would_round_is_refused(long value) => Refused(value);

    [Fact]
    public void The_smallest_long_is_exact_and_so_written() => Assert.Equal("-9223372036854776000", Written(long.MinValue));

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"b":2,"\u0061":3}""")]
    [InlineData("""[{"x":{"a":1,"a":2}}]""")]
    public void A_member_named_twice_is_refused(string text) => Refused(JsonNode.Parse(text));

    [Fact]
    public void Sixty_four_levels_are_written_and_one_more_is_refused()
    {
        Assert.Equal(Nested(64), Written(Nest(64)));
        Refused(Nest(65));
    }

    [Fact]
    public void A_value_whose_text_is_not_settled_is_refused()
    {
        Refused(JsonValue.Create(Some.Time));
        Refused(JsonValue.Create(Guid.Empty));
        Refused(JsonValue.Create(0.1m));
        Refused(JsonValue.Create(0.1f));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("\ufeff1")]
    [InlineData("nul")]
    [InlineData("True")]
    [InlineData("1 2")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    [InlineData("{")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\": 1}")]
    [InlineData("{\"a\":1 }")]
    [InlineData("{a:1}")]
    [InlineData("{\"b\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"\":1,\"\":2}")]
    [InlineData("{\"\ufb33\":1,\"\U0001f600\":2}")]
    [InlineData("{\"a\":1,\"\\n\":2}")]
    [InlineData("\"")]
    [InlineData("\"a")]
    [InlineData("\"\\")]
    [InlineData("\"\n\"")]
    [InlineData("\"\\/\"")]
    [InlineData("\"\\a\"")]
    [InlineData("\"\\u0041\"")]
    [InlineData("\"\\u00e9\"")]
    [InlineData("\"\\u000A\"")]
    [InlineData("\"\\u000a\"")]
    [InlineData("\"\\u0008\"")]
    [InlineData("\"\\u0009\"")]
    [InlineData("\"\\u000c\"")]
    [InlineData("\"\\u000d\"")]
    [InlineData("\"\\u0020\"")]
    [InlineData("\"\\u001F\"")]
    [InlineData("\"\\u001\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\ud83d\\ude00\"")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("-01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.0")]
    [InlineData("1.50")]
    [InlineData("1e3")]
    [InlineData("1E+21")]
    [InlineData("1e21")]
    [InlineData("1e+021")]
    [InlineData("1e400")]
    [InlineData("1e")]
    [InlineData("0.0000001")]
    [InlineData("1000000000000000000000")]
    [InlineData("9007199254740993")]
    [InlineData("0.1000000000000000055511151231257827")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x1")]
    public void Text_that_the_canonical_form_writes_otherwise_is_not_canonical(string text) =>
        Assert.False(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("22FF22", "a byte that UTF-8 never has")]
    [InlineData("22C080221F", "an overlong form")]
    [InlineData("22EDA08022", "a surrogate as UTF-8")]
    [InlineData("22C322", "half a character")]
    public void Bytes_that_are_not_UTF_8_are_not_canonical(string hex, string what) =>
        Assert.False(CanonicalJson.IsCanonical(Convert.FromHexString(hex)), what);

    [Fact]
    public void Sixty_four_levels_are_canonical_and_one_more_are_not()
    {
        Assert.True(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(Nested(64))));
        Assert.False(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(Nested(65))));
    }

    private static void Refused(JsonNode? node) => Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Serialize(node));

    private static string Written(JsonNode? node) => Encoding.UTF8.GetString(CanonicalJson.Serialize(node));

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    private static JsonArray Nest(int levels) => levels == 1 ? new JsonArray() : new JsonArray(Nest(levels - 1));
}
