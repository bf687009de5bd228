using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

internal sealed class ExtractPreview : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file to make an extract of." };
    private readonly Option<string?> _request = new("--request") { Description = "What to keep and remove, as JSON; instead of the options below.", HelpName = "REQUEST.json" };
    private readonly Option<bool> _text = new("--as-text") { Description = "Make plain text, whatever the file is." };
    private readonly Option<bool> _header = new("--remove-header") { Description = "Leave the row of column names out too." };
    private readonly Option<string> _out = new("--out") { Description = "Where to write the extract.", Required = true, HelpName = "OUT" };
    private readonly List<(Option<string[]> Option, string Side, string Kind)> _selectors = [];

    public ExtractPreview()
        : base("preview",
            "Makes an extract at one's own desk, offline, and says what was kept, removed and marked. It is searched for what was removed, and classified again: "
            + "with anything left there is none.",
            "rogatory extract preview statement.csv --keep-rows 1-10 --remove-category person-name --out extract.csv")
    {
        Add(_file);
        Add(_request);
        foreach (string side in (ReadOnlySpan<string>)["keep", "remove"])
        {
            foreach ((string name, string kind, string what) in (ReadOnlySpan<(string, string, string)>)[
                ("rows", "rows", "Rows by number, as in 1-10,15."), ("lines", "lines", "Lines or paragraphs by number."), ("pages", "pages", "Pages by number."),
                ("column", "columns", "A column by its header, letter or number."), ("field", "fields", "A value of JSON by its pointer; * is any member or element."),
                ("span", "spans", "A stretch of the extracted text: START-END, as findings have them."), ("category", "categories", "A category of findings, such as iban.")])
            {
                var option = new Option<string[]>($"--{side}-{name}") { Description = what, AllowMultipleArgumentsPerToken = false };
                Add(option);
                _selectors.Add((option, side, kind));
            }
        }
        Add(_header);
        Add(_text);
        Add(_out);
        Validators.Add(line =>
        {
            bool hasSelectors = _selectors.Exists(one => line.GetValue(one.Option) is { Length: > 0 }) || line.GetValue(_header) || line.GetValue(_text);
            if (line.GetValue(_request) is not null == hasSelectors) line.AddError("Say what to keep or remove by options, or in a file with --request.");
        });
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        byte[] json = line.GetValue(_request) is { } file ? await Files.ReadBytesAsync(file, ExtractRequest.MaximumSize, cancellationToken) : Encoding.UTF8.GetBytes(Request(line).ToJsonString());
        try
        {
            ExtractRequest request = ExtractRequest.Parse(json);
            await using Stream content = Files.OpenRead(line.GetRequiredValue(_file));
            MadeExtract made = await Files.ReplaceAsync(line.GetRequiredValue(_out), destination => screen.WithProgressAsync("Making the extract", null,
                _ => Task.Run(() => ExtractMaker.Make(content, request, new ExtractLimits(), destination, cancellationToken), cancellationToken)));
            return new Answer(Json(made), Describe(made, line.GetRequiredValue(_out)));
        }
        catch (RefusedException refused)
        {
            throw new CommandFailedException(refused.Slug == "extract-left-over" ? ExitCode.Breaks : ExitCode.Usage, refused.Slug, refused.Detail, inner: refused)
            {
                Faults = refused.Extensions.TryGetValue("faults", out object? faults) ? JsonSerializer.SerializeToNode(faults, JsonSerializerOptions.Web)!.AsArray() : null,
            };
        }
    }

    private JsonObject Request(ParseResult line)
    {
        var request = new JsonObject();
        foreach ((Option<string[]> option, string side, string kind) in _selectors)
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
        if (line.GetValue(_text)) request["as"] = "text";
        return request;
    }

    private static JsonNode Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? JsonValue.Create(number) : JsonValue.Create(text);

    private static JsonObject Json(MadeExtract made) => new()
    {
        ["format"] = made.Format,
        ["mediaType"] = made.MediaType,
        ["size"] = made.Size,
        ["marks"] = new JsonObject(made.Marks.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonValue.Create(one.Value)))),
        ["removed"] = new JsonObject(made.Removed.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonValue.Create(one.Value)))),
        ["kind"] = made.Kind is { } kind ? BlockCommitment.NameOf(kind) : null,
        ["kept"] = Ranges(made.Kept),
        ["changed"] = Ranges(made.Changed),
        ["detectorPack"] = made.DetectorPack,
    };

    private static JsonArray Ranges(IReadOnlyList<BlockRange> ranges) => new([.. ranges.Select(range => (JsonNode)new JsonArray(range.First, range.Count))]);

    private static string Describe(MadeExtract made, string path)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{path}: {PlainText.Size(made.Size)} of {made.Format}. Nothing that was removed is left in it.\n");
        if (made.Removed.Count > 0) text.Append(CultureInfo.InvariantCulture, $"Gone: {string.Join(", ", made.Removed.Select(one => $"{one.Value} {one.Key}"))}.\n");
        if (made.Marks.Count > 0) text.Append(CultureInfo.InvariantCulture, $"Marks: {string.Join(", ", made.Marks.Select(one => $"{one.Value} {one.Key}"))}.\n");
        if (made.Kind is { } kind)
            text.Append(CultureInfo.InvariantCulture, $"{made.Kept.Sum(range => range.Count)} {BlockCommitment.NameOf(kind)} stand in it byte for byte, which can be proven; {made.Changed.Sum(range => range.Count)} were changed.\n");
        else text.Append("Nothing of it can be proven to stand in the original.\n");
        return text.ToString();
    }
}
