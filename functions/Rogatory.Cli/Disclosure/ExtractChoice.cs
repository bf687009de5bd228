using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core;
using Rogatory.Core.Disclosure.Extracts;

namespace Rogatory.Cli.Disclosure;

/// <summary>What an extract keeps and removes, from options or a file.</summary>
internal sealed class ExtractChoice
{
    private readonly Option<string?> _file = new("--request") { Description = "What to keep and remove, as JSON; instead of the options below (docs/extracts.md).", HelpName = "REQUEST.json" };
    private readonly Option<bool> _header = new("--remove-header") { Description = "Leave the row of column names out too." };
    private readonly Option<bool> _asText = new("--as-text") { Description = "Make plain text, whatever the item is." };
    private readonly List<(Option<string[]> Option, string Side, string Kind)> _selectors = [];

    public ExtractChoice(Command command)
    {
        command.Add(_file);
        foreach (var side in (ReadOnlySpan<string>)["keep", "remove"])
        {
            foreach (var (name, kind, what, help) in (ReadOnlySpan<(string, string, string, string)>)[
                ("rows", "rows", "Rows of a table by number, without its header, as in 1-10,15.", "RANGES"), ("lines", "lines", "Lines or paragraphs by number.", "RANGES"),
                ("pages", "pages", "Pages by number.", "RANGES"), ("column", "columns", "A column by its header, letter or number.", "COLUMN"),
                ("field", "fields", "A value of JSON by its pointer; * is any member or element.", "POINTER"),
                ("span", "spans", "A stretch of the extracted text: START-END, as findings have them.", "START-END"), ("category", "categories", "A category of findings, such as iban.", "CODE")])
            {
                var option = new Option<string[]>($"--{side}-{name}") { Description = what, HelpName = help, AllowMultipleArgumentsPerToken = false };
                command.Add(option);
                _selectors.Add((option, side, kind));
            }
        }
        command.Add(_header);
        command.Add(_asText);
        command.Validators.Add(line =>
        {
            var hasSelectors = _selectors.Exists(one => line.GetValue(one.Option) is { Length: > 0 }) || line.GetValue(_header) || line.GetValue(_asText);
            if (line.GetValue(_file) is not null == hasSelectors) line.AddError("Say what to keep or remove by options, or in a file with --request, and not both ways.");
        });
    }

    /// <summary>The request.</summary>
    /// <exception cref="CommandFailedException">It is not of its form.</exception>
    public async Task<ExtractRequest> ReadAsync(ParseResult line, CancellationToken cancellationToken)
    {
        var json = line.GetValue(_file) is { } file ? await Files.ReadBytesAsync(file, ExtractRequest.MaximumSize, cancellationToken) : Encoding.UTF8.GetBytes(Build(line).ToJsonString());
        try
        {
            return ExtractRequest.Parse(json);
        }
        catch (RefusedException refused)
        {
            throw Refused(refused);
        }
    }

    /// <summary>A refusal as the command line says it.</summary>
    public static CommandFailedException Refused(RefusedException refused) => new(
        refused.Slug == "extract-left-over" ? ExitCode.Breaks : ExitCode.Usage, refused.Slug, refused.Detail, inner: refused)
    {
        Faults = refused.Extensions.TryGetValue("faults", out var faults) ? JsonSerializer.SerializeToNode(faults, JsonSerializerOptions.Web)!.AsArray() : null,
    };

    /// <summary>So many of a kind that is named in the plural: <c>1 row</c>, <c>2 rows</c>.</summary>
    public static string Count(long count, string kind) => PlainText.Count(count, kind.TrimEnd('s'), kind);

    private JsonObject Build(ParseResult line)
    {
        var request = new JsonObject();
        foreach (var (option, side, kind) in _selectors)
        {
            if (line.GetValue(option) is not { Length: > 0 } values) continue;
            request[side] ??= new JsonArray();
            JsonNode value = kind switch
            {
                "rows" or "lines" or "pages" => JsonValue.Create(string.Join(',', values)),
                "spans" => new JsonArray([.. values.Select(one => (JsonNode)new JsonArray([.. one.Split('-').Select(Number)]))]),
                _ => new JsonArray([.. values.Select(one => (JsonNode)JsonValue.Create(one))]),
            };
            request[side]!.AsArray().Add((JsonNode)new JsonObject { [kind] = value });
        }
        if (line.GetValue(_header)) (request["remove"] ??= new JsonArray()).AsArray().Add((JsonNode)new JsonObject { ["header"] = true });
        if (line.GetValue(_asText)) request["as"] = "text";
        return request;
    }

    private static JsonNode Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text);
}
