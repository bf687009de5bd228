using System.Text;
using Rogatory.Core.Classification;

namespace Rogatory.Core.Tests.Classification.Reading;

public sealed class TableTests
{
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void A_tables_fields_stand_under_the_names_of_their_columns(char delimiter)
    {
        string text = "name,born,iban\r\nAda Byron,1815-12-10,DE89370400440532013000\r\nAlan Turing,1912-06-23,GB82WEST12345698765432\r\n".Replace(',', delimiter);
        ReadItem read = ReadItem.Of(text);
        Assert.Equal(text, read.Text);
        Assert.Equal("table", read.Report.Format);
        read.Holds("born", new("table", Line: 1, Cell: "column 2"), null);
        read.Holds("Ada Byron", new("table", Line: 2, Cell: "column 1"), "name");
        read.Holds("DE89370400440532013000", new("table", Line: 2, Cell: "column 3"), "iban");
        read.Holds("1912-06-23", new("table", Line: 3, Cell: "column 2"), "born");
        Assert.Equal("DE89370400440532013000", read.Find("DE89").Text);
        read.IsWhole();
    }

    [Fact]
    public void Quoted_fields_hold_delimiters_quotes_and_line_breaks_and_lines_are_counted_through_them()
    {
        string text = "name,note\n\"Byron, Ada\",\"said \"\"no\"\"\nand left\"\nTuring,\"\"\nBoole,last\n";
        ReadItem read = ReadItem.Of(text);
        Assert.Equal(text, read.Text);
        Assert.Equal("Byron, Ada", read.Find("Byron").Text);
        Assert.Equal("said \"\"no\"\"\nand left", read.Find("said").Text);
        read.Holds("and left", new("table", Line: 2, Cell: "column 2"), "note");
        read.Holds("last", new("table", Line: 5, Cell: "column 2"), "note");
    }

    [Fact]
    public void Without_a_row_of_names_the_first_row_is_values_and_nothing_has_a_label()
    {
        ReadItem read = ReadItem.Of("4711,Ada,1815-12-10\n4712,Alan,1912-06-23\n");
        Assert.Equal("table", read.Report.Format);
        read.Holds("Alan", new("table", Line: 2, Cell: "column 2"), null);
    }

    [Fact]
    public void Line_ends_of_any_kind_count_once()
    {
        foreach (string end in (string[])["\n", "\r\n", "\r"])
            ReadItem.Of($"a;b{end}1;2{end}x;y{end}").Holds("y", new("table", Line: 3, Cell: "column 2"), "b");
    }

    [Theory]
    [InlineData("Dear Sir,\nthank you, as ever, for your letter.\nYours, A.\n")]
    [InlineData("Hello, world\nBye, moon\n")]
    [InlineData("one line; of text")]
    [InlineData("a,b\n1,2,3\n4\n")]
    [InlineData("\n\n\n")]
    public void Prose_is_no_table(string text) => Assert.Equal("text", ReadItem.Of(text).Report.Format);

    [Fact]
    public void A_table_of_any_length_and_cut_anywhere_is_written_character_for_character()
    {
        var table = new StringBuilder("id,name,\"long note\"\r\n");
        for (int row = 0; row < 5000; row++)
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{row},\"Name, {row}\",\"He said \"\"é{row}\"\"\nthen\"\r\n");
        ReadItem read = ReadItem.Of(new PiecewiseStream(Encoding.UTF8.GetBytes(table.ToString())));
        Assert.Equal("table", read.Report.Format);
        Assert.Equal(table.ToString(), read.Text);
        read.Holds("Name, 4999", new("table", Line: 10000, Cell: "column 2"), "name");
    }

    [Fact]
    public void A_table_read_as_text_is_one_stretch()
    {
        ReadItem read = ReadItem.AsText("a,b\n1,2\n3,4\n");
        Assert.Equal((new Locator("text", Line: 1), null, "a,b\n1,2\n3,4\n"), Assert.Single(read.Stretches));
    }
}
