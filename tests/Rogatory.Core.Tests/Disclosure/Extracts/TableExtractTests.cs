using System.Text;
using Rogatory.Envelope;

namespace Rogatory.Core.Tests.Disclosure.Extracts;

public sealed class TableExtractTests
{
    private const string Bank = "Date;Account holder;IBAN;Amount;Purpose\r\n"
        + "2026-03-01;Jonas Feldmann;DE89370400440532013000;12,50;\"rent; March\"\r\n"
        + "2026-03-02;Maria Keller;GB82WEST12345698765432;99,00;\"for \"\"J. Feldmann\"\"\"\r\n"
        + "2026-03-03;Jonas Feldmann;DE89 3704 0044 0532 0130 00;1,00;paid by Jonas Feldmann\r\n";

    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes(Bank);

    [Fact]
    public void Rows_that_are_kept_stay_byte_for_byte_under_their_header()
    {
        Extracted made = Extracted.Of(Bank, """{"keep":[{"rows":"1,3"}]}""").IsProvenBy(Bytes, BlockKind.Rows);
        string[] rows = Bank.Split("\r\n");
        Assert.Equal($"{rows[0]}\r\n{rows[1]}\r\n{rows[3]}\r\n", made.Text);
        Assert.Equal([new BlockRange(0, 2), new BlockRange(3, 1)], made.Made.Kept);
        Assert.Empty(made.Made.Changed);
        Assert.Equal(1, made.Made.Removed["rows"]);
        Assert.Equal(("csv", "text/csv", "csv"), (made.Made.Format, made.Made.MediaType, made.Made.Extension));
    }

    [Fact]
    public void A_removed_category_becomes_marks_the_same_for_the_same_value_however_it_is_spaced()
    {
        Extracted made = Extracted.Of(Bank, """{"remove":[{"categories":["iban"]}]}""").IsProvenBy(Bytes, BlockKind.Rows);
        Assert.Contains("Jonas Feldmann;[IBAN 1];12,50", made.Text, StringComparison.Ordinal);
        Assert.Contains("Maria Keller;[IBAN 2];99,00", made.Text, StringComparison.Ordinal);
        Assert.Contains("Jonas Feldmann;[IBAN 1];1,00", made.Text, StringComparison.Ordinal);
        Assert.Equal(3, made.Made.Marks["iban"]);
        Assert.Equal([new BlockRange(0, 1)], made.Made.Kept);
        Assert.Equal([new BlockRange(1, 3)], made.Made.Changed);
    }

    [Fact]
    public void A_name_of_a_removed_category_is_marked_where_no_detector_sees_it_too()
    {
        Extracted made = Extracted.Of(Bank, """{"keep":[{"rows":"1-3"}],"remove":[{"categories":["person-name"]}]}""");
        Assert.Contains("paid by [NAME 1]", made.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Jonas", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_known_from_a_row_that_is_not_kept_is_marked_in_one_that_is()
    {
        string table = "Date;Account holder;Purpose\n2026-03-01;;paid by Jonas Feldmann\n2026-03-02;Jonas Feldmann;rent\n";
        Assert.EndsWith(";;paid by [NAME 1]\n", Extracted.Of(table, """{"keep":[{"rows":"1"}],"remove":[{"categories":["person-name"]}]}""").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_block_is_not_the_block()
    {
        // A quote behind a comma opens one block over two rows of this table, of which the first is all there is in the extract.
        byte[] table = "kind;count\na,\"x;1\nb;2\n"u8.ToArray();
        Extracted made = Extracted.Of(table, """{"keep":[{"rows":"1"}]}""").IsProvenBy(table, BlockKind.Rows);
        Assert.Equal(new BlockRange(0, 1), Assert.Single(made.Made.Kept));
        Assert.Equal(new BlockRange(1, 1), Assert.Single(made.Made.Changed));
    }

    [Fact]
    public void Columns_are_named_by_header_letter_or_number_and_go_with_their_delimiter()
    {
        string expected = "Date;Amount\r\n2026-03-01;12,50\r\n2026-03-02;99,00\r\n2026-03-03;1,00\r\n";
        Assert.Equal(expected, Extracted.Of(Bank, """{"keep":[{"columns":["date","D"]}]}""").Text);
        Extracted made = Extracted.Of(Bank, """{"remove":[{"columns":["5","IBAN","Purpose"]},{"rows":"2-3"},{"header":true}]}""");
        Assert.Equal("2026-03-01;Jonas Feldmann;12,50\r\n", made.Text);
        Assert.Equal((2, 2, 1), (made.Made.Removed["columns"], made.Made.Removed["rows"], made.Made.Removed["header"]));
        Assert.Null(made.Made.Kind);
    }

    [Fact]
    public void A_value_of_a_removed_column_that_stands_in_another_is_left_over_and_one_of_a_column_not_kept_is_not()
    {
        RefusedException refused = Extracted.Refuses("extract-left-over", Bank, """{"remove":[{"columns":["Account holder"]}]}""");
        Assert.Contains("line 4", refused.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Feldmann", refused.Detail, StringComparison.Ordinal);
        Assert.Contains("Jonas Feldmann", Extracted.Of(Bank, """{"keep":[{"columns":["Purpose"]}]}""").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_span_is_marked_within_its_fields_and_the_quotes_around_it_stay()
    {
        int start = Bank.IndexOf("rent; March", StringComparison.Ordinal);
        Extracted made = Extracted.Of(Bank, $$"""{"keep":[{"rows":"1-2"}],"remove":[{"spans":[[{{start}},{{start + 11}}]]}]}""").IsProvenBy(Bytes, BlockKind.Rows);
        Assert.Contains("12,50;\"[REMOVED 1]\"\r\n", made.Text, StringComparison.Ordinal);
        Assert.Equal(1, made.Made.Marks["removed"]);
    }

    [Fact]
    public void A_span_over_several_fields_leaves_the_table_a_table()
    {
        int start = Bank.IndexOf("Maria", StringComparison.Ordinal), end = Bank.IndexOf("99,00", StringComparison.Ordinal) + 2;
        Extracted made = Extracted.Of(Bank, $$"""{"remove":[{"spans":[[{{start}},{{end}}]]}]}""");
        Assert.Contains("2026-03-02;[REMOVED 1];[REMOVED 2];[REMOVED 3],00;", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubled_quote_is_not_parted()
    {
        int start = Bank.IndexOf("\"J. Feldmann", StringComparison.Ordinal);
        Extracted made = Extracted.Of(Bank, $$"""{"remove":[{"spans":[[{{start}},{{start + 12}}]]},{"rows":"1,3"}]}""");
        Assert.EndsWith("\"for [REMOVED 1]\"\"\"\r\n", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_not_there_is_refused_with_its_place()
    {
        RefusedException refused = Extracted.Refuses("extract-malformed", Bank, """{"keep":[{"columns":["Date","Secret name"]}]}""");
        Assert.DoesNotContain("Secret", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"keep":[{"rows":"7-9"}]}""", "extract-empty")]
    [InlineData("""{"keep":[{"rows":"1-3"}]}""", "extract-nothing-removed")]
    [InlineData("""{"remove":[{"rows":"9"}]}""", "extract-nothing-removed")]
    [InlineData("""{"remove":[{"categories":["crypto-address"]}]}""", "extract-nothing-removed")]
    [InlineData("""{"keep":[{"pages":"1"}]}""", "extract-not-possible")]
    [InlineData("""{"keep":[{"fields":["/a"]}]}""", "extract-not-possible")]
    [InlineData("""{"keep":[{"lines":"1"}]}""", "extract-not-possible")]
    public void What_cannot_be_is_refused(string request, string slug) => Extracted.Refuses(slug, Bank, request);

    [Fact]
    public void Windows_1252_and_UTF_16_stay_what_they_are()
    {
        string table = "Name,City\r\nZoë Müller,Köln\r\nAda Brandt,Düren\r\n";
        byte[] narrow = Encoding.Latin1.GetBytes(table), wide = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(table)];
        Extracted made = Extracted.Of(narrow, """{"keep":[{"rows":"1"}]}""").IsProvenBy(narrow, BlockKind.Rows);
        Assert.Equal("Name,City\r\nZoë Müller,Köln\r\n", Encoding.Latin1.GetString(made.Bytes));
        made = Extracted.Of(wide, """{"remove":[{"categories":["person-name"]}]}""");
        Assert.Equal("\uFEFFName,City\r\n[NAME 1],Köln\r\n[NAME 2],Düren\r\n", Encoding.Unicode.GetString(made.Bytes));
        Assert.Null(made.Made.Kind);
    }

    [Theory]
    [InlineData("2026-03-04,Alder, Ada,Ghent", """{"remove":[{"columns":["Name"]}]}""")]
    [InlineData("2026-03-04,Alder, Ada,Ghent", """{"keep":[{"columns":["City"]}]}""")]
    [InlineData("Ada Alder,Ghent", """{"remove":[{"columns":["Name"]}]}""")]
    public void A_row_of_which_the_columns_can_not_be_told_is_refused_until_it_is_removed(string row, string request)
    {
        string table = $"Date,Name,City\n{string.Concat(Enumerable.Range(0, 5000).Select(number => $"2026-03-01,Cy Cedar{number},Bruges\n"))}{row}\n\n";
        Assert.Contains("Row 5001 ", Extracted.Refuses("extract-not-possible", table, request).Detail, StringComparison.Ordinal);
        string without = request.Replace("\"remove\":[", "\"remove\":[{\"rows\":\"5001\"},", StringComparison.Ordinal).Replace("\"keep\":[", "\"remove\":[{\"rows\":\"5001\"}],\"keep\":[", StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", Extracted.Of(table, without).Text, StringComparison.Ordinal);
    }
}
