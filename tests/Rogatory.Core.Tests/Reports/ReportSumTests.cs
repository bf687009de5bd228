using System.Text.Json.Nodes;
using Rogatory.Core.Reports;
using Rogatory.TestKit;

namespace Rogatory.Core.Tests.Reports;

/// <summary>The sums of a report beside a count that knows nothing of how a report is made: lines of ledgers as text, and the words in them.</summary>
public sealed class ReportSumTests : IAsyncLifetime
{
    private const int Cases = 45;
    private static readonly ReportPeriod Year = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    private readonly MadeLedgers _made = new();
    private readonly Dictionary<string, JsonObject[]> _ledgers = new(StringComparer.Ordinal);
    private Report _report = null!;

    // Made-up cases of every course, and what plays of the drills left: those were written by a running host.
    public async Task InitializeAsync()
    {
        _made.Time.Now = new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        for (int number = 0; number < Cases; number++)
            await MadeCase.WriteAsync(number, _made.Ledgers, entries: 60);
        foreach (string file in Directory.EnumerateFiles(Samples.Path("drills"), "*.jsonl").Where(file => !file.EndsWith(".incident.jsonl", StringComparison.Ordinal)))
        {
            byte[] ledger = await File.ReadAllBytesAsync(file);
            string name = (string)JsonNode.Parse(File.ReadLines(file).First())!["case"]!;
            Assert.True(await _made.Ledgers.TryAppendAsync(name, 0, ledger, CancellationToken.None));
        }

        await foreach (Rogatory.Ledger.LedgerExtent ledger in _made.Ledgers.ListAsync(CancellationToken.None))
        {
            string text = System.Text.Encoding.UTF8.GetString(await _made.Ledgers.ReadAsync(ledger.Name, 0, CancellationToken.None));
            _ledgers.Add(ledger.Name, [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())]);
        }

        _report = await _made.ReportAsync(Year);
    }

    [Fact]
    public void Every_ledger_and_every_line_is_counted()
    {
        Assert.Equal((_ledgers.Count, _ledgers.Count, _ledgers.Values.Sum(one => one.LongLength)), (_report.Verification.Ledgers, _report.Verification.Cases, _report.Verification.Lines));
        Assert.Empty(_report.Verification.Broken);
        Assert.True(_ledgers.Count > Cases + 20);
    }

    [Fact]
    public void Operations_are_as_many_as_the_lines_that_are_one()
    {
        Assert.Equal(Lines("access.item-consulted"), Sum("operations", "all", "consultation"));
        Assert.Equal(Lines("access.item-consulted", by: "officer:"), Sum("consultations", "readings", "officer") + Sum("consultations", "readings", "officer-restricted"));
        Assert.Equal(Lines("access.item-consulted", by: "system:"), Sum("consultations", "readings", "classification"));
        Assert.Equal(Lines("disclosure.disclosure-fetched"), Sum("operations", "all", "disclosure"));
        Assert.Equal(Lines("disclosure.extract-made") + Lines("retention.item-rectified") + Lines("retention.item-restricted") + Lines("retention.item-unrestricted"), Sum("operations", "all", "alteration"));
        Assert.Equal(Lines("retention.item-erased"), Sum("operations", "all", "erasure"));
        Assert.Equal(
            _ledgers.Values.Sum(lines => lines.Count(line => Is(line, "sealing.item-sealed") && (string)line["data"]!["item"]! is var item
                && (item == "request" || lines.Any(other => Is(other, "sealing.item-added") && (string?)other["data"]!["item"] == item) || lines[0]["data"]!["items"]!.AsArray().Any(one => (string?)one == item)))),
            Sum("operations", "all", "collection"));
        Assert.True(Sum("operations", "all", "erasure") > 0 && Sum("operations", "all", "alteration") > 0);
    }

    [Fact]
    public void The_months_of_a_year_come_to_the_whole_of_it()
    {
        foreach (ReportRow row in _report.Tables.Single(table => table.Id == "operations").Rows)
            Assert.Equal(row.Figures[0].Count, row.Figures.Skip(1).Sum(figure => figure.Count));
    }

    [Fact]
    public void Decisions_refusals_and_what_cases_wait_for_come_to_the_lines_and_the_cases_there_are()
    {
        Assert.Equal(Lines("review.request-accepted"), Sum("decisions", "made", "accepted"));
        Assert.Equal(Lines("review.request-refused"), Sum("decisions", "made", "refused"));
        Assert.Equal(Lines("review.request-refused"), Sum("refusals-request"));
        Assert.Equal(_ledgers.Count, Sum("cases-phase"));
        Assert.Equal(_ledgers.Count, Sum("cases-kind"));
        Assert.Equal(_ledgers.Count, Sum("cases-instrument"));
    }

    [Fact]
    public void Disclosures_of_each_partner_are_as_many_as_its_ledgers_say()
    {
        Dictionary<string, string> partners = _ledgers.Values.SelectMany(lines => lines).Where(line => Is(line, "disclosure.disclosure-proposed"))
            .ToDictionary(line => (string)line["data"]!["disclosure"]!, line => (string)line["data"]!["partner"]!);
        foreach (string partner in partners.Values.Distinct())
        {
            Assert.Equal(partners.Values.Count(one => one == partner), Sum("disclosures-partner", "proposed", partner));
            Assert.Equal(Of("transfer.grant-issued", partner).Count(), Sum("disclosures-partner", "granted", partner));
            Assert.Equal(Of("disclosure.disclosure-fetched", partner).Distinct().Count(), Sum("disclosures-partner", "handed-over", partner));
            Assert.Equal(Of("receipt.collection-received", partner).Count(), Sum("disclosures-partner", "confirmed", partner));
            Assert.Equal(Of("disclosure.disclosure-recalled", partner).Count(), Sum("disclosures-partner", "recalled", partner));
        }

        Assert.Equal(Sum("disclosures-instrument"), partners.Values.Distinct().Sum(partner => Sum("disclosures-partner", "handed-over", partner)));

        IEnumerable<string> Of(string happened, string partner) => _ledgers.Values.SelectMany(lines => lines)
            .Where(line => Is(line, happened) && partners[(string)line["data"]!["disclosure"]!] == partner).Select(line => (string)line["data"]!["disclosure"]!);
    }

    [Fact]
    public void Each_deadline_that_was_set_is_kept_or_missed_or_runs_or_ended_with_its_disclosure()
    {
        int set = 0, ended = 0;
        foreach (JsonObject[] lines in _ledgers.Values)
        {
            set += lines.Sum(line => line["data"]!["deadlines"] is JsonArray deadlines ? deadlines.Count : 0)
                + lines.Count(line => Is(line, "disclosure.manifest-issued") || Is(line, "retention.notice-issued"));
            ended += lines.Count(line => Is(line, "disclosure.disclosure-recalled") && !lines.Any(other => Is(other, "receipt.collection-received") && Same(other, line, "disclosure")));
        }

        Assert.Equal(set - ended, Sum("deadlines"));
        Assert.True(Sum("deadlines", "missed") > 0 && Sum("deadlines", "kept") > 0);
    }

    [Fact]
    public void Holds_that_stand_are_those_that_were_placed_and_not_lifted()
    {
        Assert.Equal(Lines("retention.hold-placed"), Sum("retention", "done", "holds-placed"));
        Assert.Equal(_ledgers.Values.Sum(lines => lines.Count(line => Is(line, "retention.hold-placed")
            && !lines.Any(other => Is(other, "retention.hold-lifted") && Same(other, line, "hold")))), Sum("retention", "standing", "holds-placed"));
        Assert.Equal(Lines("retention.item-erased"), Sum("retention", "done", "items-erased"));
    }

    [Fact]
    public async Task The_entries_behind_each_figure_are_as_many_as_it_says_and_stand_where_they_are_said_to()
    {
        foreach (ReportFigure figure in _report.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Figures).Where(figure => figure.Count > 0 && !figure.Id.StartsWith("operations.2026", StringComparison.Ordinal)))
        {
            IReadOnlyList<ReportEntry> entries = await _made.EntriesAsync(figure.Id, Year);
            Assert.Equal(figure.Count, entries.Count);
            Assert.Equal(entries.Take(figure.Entries.Count), figure.Entries);
            Assert.All(entries, entry => Assert.Equal(entry.Event, (string?)_ledgers[entry.Ledger][(int)entry.Line - 1]["event"]));
        }
    }

    public Task DisposeAsync()
    {
        _made.Dispose();
        return Task.CompletedTask;
    }

    private static bool Is(JsonObject line, string happened) => (string?)line["event"] == happened;

    private static bool Same(JsonObject one, JsonObject other, string member) => JsonNode.DeepEquals(one["data"]![member], other["data"]![member]);

    private long Lines(string happened, string by = "") =>
        _ledgers.Values.Sum(lines => lines.LongCount(line => Is(line, happened) && ((string)line["actor"]!).StartsWith(by, StringComparison.Ordinal)));

    private long Sum(string table, string? column = null, string? row = null) => _report.Tables.Single(one => one.Id == table).Rows
        .Where(one => row is null || one.Code == row).SelectMany(one => one.Figures)
        .Where(figure => column is null || figure.Id.StartsWith($"{table}.{column}.", StringComparison.Ordinal)).Sum(figure => figure.Count);
}
