using System.Text.Json;
using System.Text.Json.Serialization;
using Rogatory.Cli.Reports;
using Rogatory.Cli.Tests.Http;
using Rogatory.Core.Reports;

namespace Rogatory.Cli.Tests.Reports;

public sealed class ReportMakeTests : IDisposable
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    private readonly Folder _folder = new();

    [Theory]
    [InlineData("report.html", "<!doctype html>")]
    [InlineData("report.json", "{\n  \"verdict\"")]
    [InlineData("report.csv", "section,table,row")]
    [InlineData("report", "<!doctype html>")]
    public async Task The_name_of_the_file_says_the_format(string file, string begin)
    {
        await using var authority = Answering(await SampleReport.MakeAsync());
        Ran ran = await MakeAsync(authority, file);
        Assert.Equal(0, ran.Status);
        Assert.StartsWith("All 63 ledgers hold", ran.Output, StringComparison.Ordinal);
        Assert.StartsWith(begin, await File.ReadAllTextAsync(_folder[file]), StringComparison.Ordinal);
        Assert.Equal("/api/v1/reports?from=2026-01-01&to=2026-12-31", Assert.Single(authority.Calls).Target);
    }

    [Fact]
    public async Task Another_format_than_the_name_says_can_be_asked_for()
    {
        await using var authority = Answering(await SampleReport.MakeAsync());
        Assert.Equal(0, (await MakeAsync(authority, "report.txt", "--format", "csv")).Status);
        Assert.StartsWith("section,", await File.ReadAllTextAsync(_folder["report.txt"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.html")]
    [InlineData("report.json")]
    [InlineData("report.csv")]
    public async Task A_broken_ledger_is_said_first_by_the_program_and_in_every_format_and_by_the_exit_status(string file)
    {
        await using var authority = Answering(await SampleReport.MakeAsync(isBroken: true));
        Ran ran = await MakeAsync(authority, file);
        Assert.Equal((int)ExitCode.Breaks, ran.Status);
        Assert.StartsWith("BROKEN: the ledger of case ", ran.Output, StringComparison.Ordinal);
        string text = await File.ReadAllTextAsync(_folder[file]);
        int said = text.IndexOf("BROKEN: ", StringComparison.Ordinal);
        Assert.InRange(said, 0, file.EndsWith(".html", StringComparison.Ordinal) ? text.IndexOf("<h1>", StringComparison.Ordinal) : 200);
    }

    [Fact]
    public async Task The_table_of_figures_has_a_record_for_each_and_no_formula()
    {
        Report report = await SampleReport.MakeAsync();
        string[] records = ReportCsv.Write(report).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(report.Tables.Sum(table => table.Rows.Count * table.Columns.Count) + 2, records.Length);
        Assert.StartsWith("verdict,,holds,", records[1], StringComparison.Ordinal);
        Assert.Contains(records, record => record.StartsWith("operations,operations,collection,Collection,,all,operations.all.collection,180,", StringComparison.Ordinal));

        ReportTable table = report.Tables[0] with { Rows = [report.Tables[0].Rows[0] with { Title = "=HYPERLINK(\"x\"), and more" }] };
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\"), and more\",", ReportCsv.Write(report with { Tables = [table] }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_and_no_table_names_a_person_or_brings_markup_out_of_a_ledger()
    {
        Report report = await SampleReport.MakeAsync();
        Assert.All([ReportPage.Write(report), ReportCsv.Write(report)], text => Assert.DoesNotContain("o-jansen", text, StringComparison.Ordinal));

        ReportTable refusals = report.Tables.Single(table => table.Id == "refusals-request");
        ReportRow hostile = refusals.Rows[0] with { Code = "<script>", Title = "<script>alert(1)</script>", Citation = "\"><img src=x>" };
        string page = ReportPage.Write(report with { Tables = [.. report.Tables.Select(table => table == refusals ? table with { Rows = [hostile] } : table)] });
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_figure_that_is_not_zero_leads_to_the_entries_behind_it()
    {
        Report report = await SampleReport.MakeAsync();
        string page = ReportPage.Write(report);
        List<ReportFigure> figures = [.. report.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Figures).Where(figure => figure.Count > 0)];
        Assert.True(figures.Count > 50);
        Assert.All(figures, figure =>
        {
            Assert.Contains($"href=\"#e-{Uri.EscapeDataString(figure.Id)}\"", page, StringComparison.Ordinal);
            Assert.Contains($"<li id=\"e-{figure.Id}\">", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_entries_behind_a_figure_are_written_as_they_come()
    {
        await using var authority = new StubAuthority(call => call.AnswerAsync(200, "{\"line\":1}\n{\"line\":2}\n", "application/jsonl"));
        Ran ran = await MakeAsync(authority, "entries.jsonl", "--figure", "deadlines.kept.eio.decide");
        Assert.Equal(0, ran.Status);
        Assert.Contains("2 entries", ran.Output, StringComparison.Ordinal);
        Assert.Equal("/api/v1/reports/entries?from=2026-01-01&to=2026-12-31&figure=deadlines.kept.eio.decide", Assert.Single(authority.Calls).Target);
    }

    [Theory]
    [InlineData("--from", "2026-13-01")]
    [InlineData("--from", "yesterday")]
    public async Task A_day_that_is_none_is_a_usage_error(string option, string day)
    {
        Ran ran = await Ran.Of("report", option, day, "--to", "2026-12-31", "--out", _folder["none"], "--token", "t", "--json");
        Assert.Equal((int)ExitCode.Usage, ran.Status);
        Assert.Contains("is a day such as", (string?)ran.Failure["cause"], StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static StubAuthority Answering(Report report) => new(call => call.AnswerAsync(200, JsonSerializer.Serialize(report, Wire)));

    private Task<Ran> MakeAsync(StubAuthority authority, string file, params string[] more) => Ran.Of(
        ["report", "--from", "2026-01-01", "--to", "2026-12-31", "--out", _folder[file], "--token", "t", "--authority-url", authority.Url, .. more]);
}
