using System.Text;
using Rogatory.Core.Classification;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class JsonTests
{
    [Fact]
    public void Values_stand_under_their_fields_names_where_a_json_pointer_finds_them()
    {
        string text = "{\n  \"persons\": [{\"name\": \"Ada\", \"tax/id\": 86095742719, \"mails\": [\"a@x.example\", \"b@x.example\"]}],\n  \"note\": null\n}";
        ReadItem read = ReadItem.Of(text);
        Assert.Equal(text, read.Text);
        Assert.Equal("json", read.Report.Format);
        read.Holds("Ada", new("json", Line: 2, Cell: "/persons/0/name"), "name");
        read.Holds("86095742719", new("json", Line: 2, Cell: "/persons/0/tax~1id"), "tax/id");
        read.Holds("b@x.example", new("json", Line: 2, Cell: "/persons/0/mails/1"), "mails");
        read.Holds("null", new("json", Line: 3, Cell: "/note"), "note");
        Assert.Equal("b@x.example", read.Find("b@x").Text);
        Assert.Equal((new Locator("json", Line: 3) { IsName = true }, null, "note"), read.Stretches.First(stretch => stretch.Text == "note"));
        read.IsWhole();
    }

    [Fact]
    public void Json_lines_count_their_lines()
    {
        ReadItem read = ReadItem.Of("{\"a\":1}\n{\"a\":2}\n{\"b\":[3]}\n");
        read.Holds("2", new("json", Line: 2, Cell: "/a"), "a");
        read.Holds("3", new("json", Line: 3, Cell: "/b/0"), "b");
    }

    [Fact]
    public void A_string_with_an_escape_stands_as_written_and_once_more_unescaped_after_the_end()
    {
        string text = """{"name":"Zo\u00eb","plain":"x","url":"https:\/\/a.example","two":"FR\n76","said":"\"no\" \\"}""";
        ReadItem read = ReadItem.Of(text);
        Assert.StartsWith(text, read.Text, StringComparison.Ordinal);
        Assert.Equal("Zoëhttps://a.exampleFR\n76", read.Text[text.Length..]);
        read.Holds("Zoë", new("json", Line: 1, Cell: "/name"), "name");
        read.Holds("https://a.example", new("json", Line: 1, Cell: "/url"), "url");
    }

    [Fact]
    public void A_name_with_an_escape_is_a_label_unescaped() =>
        ReadItem.Of("""{"pr\u00e9nom":"Ada"}""").Holds("Ada", new("json", Line: 1, Cell: "/prénom"), "prénom");

    [Fact]
    public void A_very_long_string_with_a_late_escape_is_unescaped_from_before_it()
    {
        string text = $$"""{"note":"{{new string('a', 300_000)}} FR\u0037\u0036 end"}""";
        ReadItem read = ReadItem.Of(new PiecewiseStream(Encoding.UTF8.GetBytes(text)));
        Assert.StartsWith(text, read.Text, StringComparison.Ordinal);
        Assert.EndsWith("aa FR76 end", read.Text, StringComparison.Ordinal);
        Assert.InRange(read.Text.Length, text.Length + 1000, text.Length + 100_000);
    }

    [Fact]
    public void Deep_nesting_is_a_breach_and_all_of_it_is_still_written()
    {
        string text = string.Concat(Enumerable.Repeat("{\"a\":[", 50_000)) + "\"deep@x.example\"" + string.Concat(Enumerable.Repeat("]}", 50_000)) + ",{\"b\":\"after\"}";
        ReadItem read = ReadItem.Of($"[{text}]");
        Assert.Equal($"[{text}]", read.Text);
        read.Breaches(BreachKind.Nesting);
        Assert.Equal("after", read.Find("after").Text);
        Assert.Equal("/1/b", read.Find("after").Place.Cell);
    }

    [Theory]
    [InlineData("[1] see the first footnote\n")]
    [InlineData("{name} is missing\n")]
    [InlineData("[section]\nkey=value\n")]
    public void What_only_begins_like_json_is_text(string text) => Assert.Equal("text", ReadItem.Of(text).Report.Format);

    [Fact]
    public void Json_that_breaks_off_or_goes_wrong_is_read_on()
    {
        string text = "{\"list\":[" + string.Concat(Enumerable.Repeat("\"some words\",", 10_000)) + "} oops \"x\": {]] \"mail\":\"late@x.example";
        ReadItem read = ReadItem.Of(text);
        Assert.Equal("json", read.Report.Format);
        Assert.Equal(text, read.Text);
        Assert.Equal("late@x.example", read.Find("late@").Text);
    }
}
