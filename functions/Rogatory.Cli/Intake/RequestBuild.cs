using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Intake;

namespace Rogatory.Cli.Intake;

internal sealed class RequestBuild : CliCommand
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Argument<string> _template = new("TEMPLATE") { Description = "The request without its items; items in it may give a name and a type for an id." };
    private readonly Option<string[]> _items = new("--item") { Description = "A file that goes with the request, under this id. Repeat it for each.", HelpName = "ID=FILE" };
    private readonly Option<string> _out = new("--out") { Description = "The request to make.", Required = true, HelpName = "FILE" };

    public RequestBuild()
        : base("build", "Makes a request from a template and files, with the size and digest of each.",
            "rogatory request build template.json --item statement=statement.csv --item letter=letter.docx --out request.json")
    {
        Add(_template);
        Add(_items);
        Add(_out);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, Screen screen, CancellationToken cancellationToken)
    {
        var path = line.GetRequiredValue(_out);
        var request = await Files.ReadJsonAsync(line.GetRequiredValue(_template), cancellationToken);
        var files = Typed.ItemFiles(line.GetValue(_items) ?? []);
        var described = PlainText.List(request, "items").ToDictionary(item => PlainText.Of(item, "id") ?? "", StringComparer.Ordinal);
        if (described.Keys.FirstOrDefault(id => !ItemId.TryParseDeclared(id, out var item) || !files.ContainsKey(item)) is { } without)
            throw CommandFailedException.Usage($"The template describes the item '{without}', for which there is no file.", $"Give --item {without}=FILE.");

        var items = new JsonArray();
        foreach (var (item, file) in files)
        {
            var total = new FileInfo(file).Length;
            var (size, sha256) = await screen.WithProgressAsync($"Digest of {item}", total, report => Files.DigestAsync(file, report, cancellationToken));
            var known = described.GetValueOrDefault(item.ToString());
            items.Add(new JsonObject
            {
                ["id"] = item.ToString(),
                ["name"] = PlainText.Of(known, "name") ?? Path.GetFileName(file),
                ["type"] = PlainText.Of(known, "type") ?? MediaTypes.Of(file),
                ["size"] = size,
                ["sha256"] = Convert.ToHexStringLower(sha256),
            });
        }
        request["items"] = items;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(request, Readable);
        Check(bytes);
        await Files.ReplaceAsync(path, bytes, cancellationToken);
        var rows = items.Select(item => new[] { PlainText.Of(item, "id"), PlainText.Size((long)item!["size"]!), PlainText.Of(item, "type"), PlainText.Of(item, "name") });
        return new Answer(new JsonObject { ["file"] = path, ["items"] = items.DeepClone() }, $"{path} declares {items.Count} {(items.Count == 1 ? "item" : "items")}:\n{PlainText.Table(rows)}");
    }
    /// <summary>Finds here what the authority would refuse for its form.</summary>
    private static void Check(ReadOnlyMemory<byte> request)
    {
        if (RequestDocument.TryParse(request, policy: null, out _, out var faults)) return;
        throw new CommandFailedException(ExitCode.Usage, "request-malformed", "The request would be refused:", "Correct the template.")
        {
            Faults = [.. faults.Select(fault => new JsonObject { ["pointer"] = fault.Pointer, ["slug"] = fault.Slug, ["message"] = fault.Message })],
        };
    }
}
