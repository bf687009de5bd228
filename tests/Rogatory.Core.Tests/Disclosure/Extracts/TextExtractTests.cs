using System.Text;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class TextExtractTests
{
    private const string Letter = "To the court\nMr Jonas Feldmann of Hamburg\nhis account DE89 3704 0044 0532 0130 00\nwas used twice.\nRegards";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Letter);

    [Fact]
    public void Lines_that_are_kept_are_the_originals()
    {
        Extracted made = Extracted.Of(Letter, """{"keep":[{"lines":"1,4-5"}]}""").IsProvenBy(Bytes, BlockKind.Lines);
        Assert.Equal("To the court\nwas used twice.\nRegards", made.Text);
        Assert.Equal([new BlockRange(0, 1), new BlockRange(3, 2)], made.Made.Kept);
        Assert.Equal(2, made.Made.Removed["lines"]);
    }

    [Fact]
    public void Categories_become_marks_and_the_lines_without_them_stay_proven()
    {
        Extracted made = Extracted.Of(Letter, """{"remove":[{"categories":["iban","person-name"]}]}""").IsProvenBy(Bytes, BlockKind.Lines);
        Assert.Equal("To the court\nMr [NAME 1] of Hamburg\nhis account [IBAN 1]\nwas used twice.\nRegards", made.Text);
        Assert.Equal([new BlockRange(0, 1), new BlockRange(3, 2)], made.Made.Kept);
        Assert.Equal([new BlockRange(1, 2)], made.Made.Changed);
    }

    [Fact]
    public void A_span_alone_may_be_kept()
    {
        int start = Letter.IndexOf("was used", StringComparison.Ordinal);
        Extracted made = Extracted.Of(Letter, $$"""{"keep":[{"lines":"3-4"},{"spans":[[{{start}},{{start + 14}}]]}]}""");
        Assert.Equal("[REMOVED 1]\nwas used twice[REMOVED 2]\n".Length, made.Text.Length);
        Assert.Contains("\nwas used twice[REMOVED 2]", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_whose_value_stands_elsewhere_too_is_left_over_and_the_refusal_says_where()
    {
        string twice = "Agent Brook met him.\nNobody saw it.\nThen BROOK left.\n";
        RefusedException refused = Extracted.Refuses("extract-left-over", twice, """{"remove":[{"spans":[[6,11]]}]}""");
        Assert.Contains("line 3", refused.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("rook", refused.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Agent [REMOVED 1] met him.\nNobody saw it.\nThen [REMOVED 1] left.\n", Extracted.Of(twice, """{"remove":[{"spans":[[6,11],[41,46]]}]}""").Text);
    }

    [Theory]
    [InlineData("AgentBrookside", false)]
    [InlineData("a brook, small", true)]
    [InlineData("Brookly", false)]
    [InlineData("Br-ook", true)]
    [InlineData("B r o o k", true)]
    [InlineData("Bröok", true)]
    [InlineData("%42rook", true)]
    [InlineData("%2542rook", true)]
    [InlineData("B&#114;ook", true)]
    [InlineData("B&#x72;ook", true)]
    [InlineData("Bro\\u006fk", true)]
    [InlineData("Br=6F=6Fk", true)]
    [InlineData("Bro=\r\nok", true)]
    [InlineData("QnJvb2s=", true)]
    [InlineData("eEJyb29r", false)]
    [InlineData("LCBCcm9vaw==", true)]
    [InlineData("LEJyb29rLA==", true)]
    [InlineData("LCxCcm9vaw==", true)]
    [InlineData("42726f6f6b", true)]
    [InlineData("420072006f006f006b00", true)]
    [InlineData("QgByAG8AbwBrAA==", true)]
    [InlineData("B\u200Brook", true)]
    public void A_value_is_seen_in_its_codes_and_not_in_longer_words(string text, bool isLeft)
    {
        string content = $"Agent Brook met him.\nsee {text} here\n";
        string request = """{"remove":[{"spans":[[6,11]]}]}""";
        if (isLeft) Extracted.Refuses("extract-left-over", content, request);
        else Assert.Contains(text, Extracted.Of(content, request).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_is_seen_among_other_digits_where_it_is_long()
    {
        string request = """{"remove":[{"spans":[[8,16]]}]}""";
        Extracted.Refuses("extract-left-over", "account 40044053\nsee 994004405377\n", request);
        Extracted.Refuses("extract-left-over", "account 40044053\nsee 4004 4053\n", request);
        Assert.Contains("123456", Extracted.Of("account 1234\nsee 123456\n", """{"remove":[{"spans":[[8,12]]}]}""").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_very_short_value_is_seen_as_a_whole_word_only()
    {
        string request = """{"remove":[{"spans":[[3,5]]}]}""";
        Extracted.Refuses("extract-left-over", "Mr Li went.\nThen Li came.\n", request);
        Assert.Contains("lies, li", Extracted.Of("Mr Li went.\nlies, li, Lia\n", request).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_marks_are_no_left_overs()
    {
        Extracted made = Extracted.Of("field iban: DE89370400440532013000\n", """{"remove":[{"categories":["iban"]},{"spans":[[6,10]]}]}""");
        Assert.Equal("field [REMOVED 1]: [IBAN 1]\n", made.Text);
        Extracted.Refuses("extract-left-over", "field iban: DE89370400440532013000 iban\n", """{"remove":[{"categories":["iban"]},{"spans":[[6,10]]}]}""");
    }

    [Fact]
    public void Any_other_script_is_seen_in_wide_bytes()
    {
        string name = "Дмитрий Орлов";
        string content = $"{name} пришёл.\n{Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(name))}\n";
        Extracted.Refuses("extract-left-over", content, """{"remove":[{"spans":[[0,13]]}]}""");
    }

    [Fact]
    public void Text_with_bytes_that_its_encoding_does_not_know_is_refused() =>
        Extracted.Refuses("extract-not-possible", [.. "name: Ada\nlong enough a text in plain ASCII, and then "u8, 0xC3, 0x28, (byte)'\n', .. "é é é"u8], """{"keep":[{"lines":"1"}]}""");

    [Fact]
    public void What_is_larger_than_the_limits_is_refused()
    {
        Extracted.Refuses("extract-too-large", Letter, """{"keep":[{"lines":"1-2"}]}""", new ExtractLimits { SourceSize = 20 });
        Extracted.Refuses("extract-too-large", Letter, """{"keep":[{"lines":"1-2"}]}""", new ExtractLimits { ExtractSize = 20 });
        Extracted.Refuses("extract-too-large", Letter, """{"remove":[{"categories":["iban","person-name"]}]}""", new ExtractLimits { ValueCharacters = 20 });
        Extracted.Refuses("extract-empty", "", """{"keep":[{"lines":"1"}]}""");
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("pages")]
    public void Text_has_no_rows_and_no_pages(string kind) => Extracted.Refuses("extract-not-possible", Letter, $$"""{"keep":[{"{{kind}}":"1"}]}""");

    [Fact]
    public void A_table_may_be_asked_for_as_text_by_lines() =>
        Assert.Equal("a;b\n3;4\n", Extracted.Of("a;b\n1;2\n3;4\n", """{"keep":[{"lines":"1,3"}],"as":"text"}""").Text);

    [Theory]
    [InlineData("https://x.example/?q=Maria+Kowalska", "https://x.example/?q=[NAME 1]")]
    [InlineData("Maria_Kowalska.pdf", "[NAME 1].pdf")]
    [InlineData("maria.kowalska@bank.example", "[NAME 1]@bank.example")]
    [InlineData("KOWALSKA Maria", "[NAME 1]")]
    [InlineData("Kowalska, Maria", "[NAME 1]")]
    [InlineData("kowalska_maria", "[NAME 1]")]
    [InlineData("Maria Kowalskaya", "Maria Kowalskaya")]
    public void A_name_is_the_same_name_as_it_stands_in_addresses_and_the_other_way_round(string other, string marked) =>
        Assert.Equal($"Account holder: [NAME 1]\nSee {marked} there\n", Extracted.Of($"Account holder: Maria Kowalska\nSee {other} there\n", """{"remove":[{"categories":["person-name"]}]}""").Text);

    [Theory]
    [InlineData("q=bWFyaWEua293YWxza2E=")]
    [InlineData("Maria%2BKowalska")]
    public void A_name_is_left_over_in_codes_of_its_other_forms(string code) =>
        Extracted.Refuses("extract-left-over", $"Account holder: Maria Kowalska\nSee {code} there\n", """{"remove":[{"categories":["person-name"]}]}""");
}
