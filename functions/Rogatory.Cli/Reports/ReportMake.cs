using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rogatory.Cli.Http;
using Rogatory.Core.Reports;

namespace Rogatory.Cli.Reports;

internal sealed class ReportMake : OfficerCommand
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly Option<DateOnly> _from = Day("--from", "The first day, in UTC, such as 2026-01-01.");
    private readonly Option<DateOnly> _to = Day("--to", "The last day, in UTC; it belongs to the period.");
    private readonly Option<string> _out = new("--out") { Description = "Where the report goes.", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _format = new("--format") { Description = "json, csv or html; else as FILE is named, and html where that does not say." };
    private readonly Option<string?> _figure = new("--figure") { Description = "Not the report, but every entry behind the figure of this id, as JSON Lines.", HelpName = "ID" };

    public ReportMake()
        : base("report", "Reports what was done in a period, counted from ledgers that are verified first: JSON, CSV, or one HTML page to read and print.",
            "rogatory report --from 2026-01-01 --to 2026-03-31 --out report.html")
    {
        Add(_from);
        Add(_to);
        Add(_out);
        Add(_format);
        Add(_figure);
        _format.AcceptOnlyFromAmong("json", "csv", "html");
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        string path = line.GetRequiredValue(_out);
        string query = string.Create(CultureInfo.InvariantCulture, $"from={line.GetRequiredValue(_from):yyyy-MM-dd}&to={line.GetRequiredValue(_to):yyyy-MM-dd}");
        if (line.GetValue(_figure) is { } figure)
            return await EntriesAsync($"/reports/entries?{query}&figure={Uri.EscapeDataString(figure)}", path, authority, screen, cancellationToken);

        using var answer = new MemoryStream();
        await screen.WithProgressAsync("Reading every ledger", null, report => authority.DownloadAsync($"/reports?{query}", _ => { }, answer, report, cancellationToken));
        JsonObject document = Files.ParseJson(answer.ToArray(), "The authority's answer");
        Report read = document.Deserialize<Report>(Wire)!;
        string format = line.GetValue(_format) ?? Path.GetExtension(path) switch { ".json" => "json", ".csv" => "csv", _ => "html" };
        string text = format switch { "json" => document.ToJsonString(Indented) + "\n", "csv" => ReportCsv.Write(read), _ => ReportPage.Write(read) };
        await Files.ReplaceAsync(path, Encoding.UTF8.GetBytes(text), cancellationToken);

        var json = new JsonObject { ["verdict"] = document["verdict"]!.DeepClone(), ["file"] = path, ["format"] = format, ["verification"] = document["verification"]!.DeepClone() };
        return new Answer(json, $"{read.Verdict.Sentence}\n{path} holds the report.", read.Verdict.State == VerdictState.Broken ? ExitCode.Breaks : ExitCode.Holds);
    }

    private static async Task<Answer> EntriesAsync(string address, string path, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        await Files.ReplaceAsync(path, file => screen.WithProgressAsync("Reading every ledger", null, report => authority.DownloadAsync(address, _ => { }, file, report, cancellationToken)));
        long entries = File.ReadLines(path).LongCount();
        return new Answer(new JsonObject { ["file"] = path, ["entries"] = entries }, $"{path} holds {Says.Number(entries)} {(entries == 1 ? "entry" : "entries")}.");
    }

    private static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        HelpName = "DAY",
    };
}
