using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Envelope;

namespace Rogatory.Cli.Disclosure;

internal sealed class ExtractPreview : CliCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The file to make an extract of." };
    private readonly Option<string> _out = new("--out") { Description = "Where to write the extract.", Required = true, HelpName = "OUT" };
    private readonly ExtractChoice _choice;

    public ExtractPreview()
        : base("preview",
            "Makes an extract at one's own desk, offline, and says what was kept, removed and marked. It is searched for what was removed, and classified again: "
            + "with anything left there is none.",
            "rogatory extract preview statement.csv --keep-rows 1-10 --remove-category person-name --out extract.csv")
    {
        Add(_file);
        _choice = new ExtractChoice(this);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        ExtractRequest request = await _choice.ReadAsync(line, cancellationToken);
        try
        {
            await using Stream content = Files.OpenRead(line.GetRequiredValue(_file));
            MadeExtract made = await Files.ReplaceAsync(line.GetRequiredValue(_out), destination => screen.WithProgressAsync("Making the extract", null,
                _ => Task.Run(() => ExtractMaker.Make(content, request, new ExtractLimits(), destination, cancellationToken), cancellationToken)));
            return new Answer(Json(made, request), Describe(made, request, line.GetRequiredValue(_out)));
        }
        catch (RefusedException refused)
        {
            throw ExtractChoice.Refused(refused);
        }
    }

    private static JsonObject Json(MadeExtract made, ExtractRequest request) => new()
    {
        ["format"] = made.Format,
        ["mediaType"] = made.MediaType,
        ["size"] = made.Size,
        ["marks"] = new JsonObject(made.Marks.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonValue.Create(one.Value)))),
        ["removed"] = new JsonObject(made.Removed.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)JsonValue.Create(one.Value)))),
        ["notFound"] = new JsonArray([.. NotFound(made, request).Select(one => (JsonNode)JsonValue.Create(one))]),
        ["kind"] = made.Kind is { } kind ? BlockCommitment.NameOf(kind) : null,
        ["kept"] = Ranges(made.Kept),
        ["changed"] = Ranges(made.Changed),
        ["detectorPack"] = made.DetectorPack,
    };

    // Their values would be marks.
    private static List<string> NotFound(MadeExtract made, ExtractRequest request) =>
        [.. request.Remove.Where(one => one.Kind == ExtractSelectorKind.Categories).SelectMany(one => one.Names).Distinct().Where(one => !made.Marks.ContainsKey(one)).Order(StringComparer.Ordinal)];

    private static JsonArray Ranges(IReadOnlyList<BlockRange> ranges) => new([.. ranges.Select(range => (JsonNode)new JsonArray(range.First, range.Count))]);

    private static string Describe(MadeExtract made, ExtractRequest request, string path)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{path}: {PlainText.Size(made.Size)} of {made.Format}.");
        text.Append(made.Removed.Count + made.Marks.Count > 0 ? " Nothing that was removed is left in it.\n" : " Nothing was removed.\n");
        if (NotFound(made, request) is { Count: > 0 } missing)
            text.Append("Nothing was found of: ").AppendJoin(", ", missing).Append(CultureInfo.InvariantCulture, $". Look for yourself whether {path} holds any.\n");
        if (made.Removed.Count > 0) text.Append(CultureInfo.InvariantCulture, $"Gone: {string.Join(", ", made.Removed.Select(one => ExtractChoice.Count(one.Value, one.Key)))}.\n");
        if (made.Marks.Count > 0) text.Append(CultureInfo.InvariantCulture, $"Marks: {string.Join(", ", made.Marks.Select(one => $"{one.Value} {one.Key}"))}.\n");
        if (made.Kind is { } kind)
            text.Append(CultureInfo.InvariantCulture, $"Byte for byte in it, which can be proven: {ExtractChoice.Count(made.Kept.Sum(range => range.Count), BlockCommitment.NameOf(kind))}; changed: {made.Changed.Sum(range => range.Count)}.\n");
        else text.Append("Nothing of it can be proven to stand in the original.\n");
        return text.ToString();
    }
}
