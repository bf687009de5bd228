using System.Text.Json.Nodes;

namespace Rogatory.Cli.Tests.Reports;

/// <summary>How the pages look: on paper, on a screen as wide as paper, and on a phone.</summary>
public sealed class PageTests(Pages pages) : IClassFixture<Pages>
{
    private static readonly string[] Media = ["onPaper", "onScreen", "onPhone"];

    public static TheoryData<string> Names => Pages.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_is_drawn_without_a_fault_and_fetches_and_runs_nothing(string name)
    {
        JsonObject page = pages[name];
        Assert.Empty(page["faults"]!.AsArray());
        Assert.Empty(page["fetched"]!.AsArray());
        Assert.Equal(0, (int)page["scripts"]!);
        Assert.NotEqual("", (string?)page["title"]);
        Assert.Equal("en", (string?)page["language"]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_reaches_over_the_edge_of_a_sheet_of_A4_a_screen_or_a_phone(string name)
    {
        foreach (string media in Media)
        {
            JsonObject seen = pages[name][media]!.AsObject();
            Assert.True((int)seen["overflow"]! <= 0, $"{media} is too wide by {seen["overflow"]}");
            Assert.True(seen["outside"]!.AsArray().Count == 0, $"{media}: {seen["outside"]}");
            Assert.True(seen["cut"]!.AsArray().Count == 0, $"{media}: {seen["cut"]}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_word_has_a_contrast_of_at_least_four_and_a_half_and_a_size_that_can_be_read(string name)
    {
        foreach (string media in Media)
        {
            JsonObject seen = pages[name][media]!.AsObject();
            Assert.True(seen["pale"]!.AsArray().Count == 0, $"{media}: {seen["pale"]}");
            Assert.True((double)seen["small"]! >= 9.5, $"{media}: {seen["small"]} px");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_headings_are_one_title_and_no_level_is_left_out(string name)
    {
        int[] levels = [.. pages[name]["headings"]!.AsArray().Select(heading => (int)heading!["level"]!)];
        Assert.Single(levels, level => level == 1);
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, string.Join(' ', levels)));
        Assert.All(pages[name]["headings"]!.AsArray(), heading => Assert.NotEqual("", (string?)heading!["text"]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_leads_somewhere_and_every_table_says_what_it_is(string name)
    {
        JsonObject page = pages[name];
        Assert.Empty(page["brokenLinks"]!.AsArray());
        Assert.Empty(page["twice"]!.AsArray());
        Assert.Equal((0, 0, 0), ((int)page["unnamedLinks"]!, (int)page["unscoped"]!, (int)page["uncaptioned"]!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_is_printed_on_sheets_of_A4(string name)
    {
        Assert.InRange((int)pages[name]["sheets"]!, 1, 60);
        double[] box = [.. pages[name]["box"]!.AsArray().Select(point => (double)point!)];
        Assert.InRange(box[2], 594, 597);
        Assert.InRange(box[3], 841, 843);
    }

    [Fact]
    public void The_first_line_of_a_report_says_whether_the_ledgers_hold()
    {
        Assert.StartsWith("All 63 ledgers hold", (string?)pages["report"]["first"], StringComparison.Ordinal);
        Assert.StartsWith("BROKEN: the ledger of case ", (string?)pages["report-broken"]["first"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_has_charts() => Assert.InRange((int)pages["report"]["drawings"]!, 60, 1000);
}
