using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Cli.Sealing;
using Rogatory.Core.Case;

namespace Rogatory.Cli.Intake;

internal sealed class RequestSend : PartnerCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "The request." };
    private readonly Option<string?> _folder = new("--items") { Description = "A folder with a file for each item, named as its id or as the request names it.", HelpName = "DIR" };
    private readonly Option<string[]> _items = new("--item") { Description = "The file of one item. Repeat it for each.", HelpName = "ID=FILE" };

    public RequestSend()
        : base("send", "Opens a case with a request and sends all its items. Run again after a failure, it sends what is not sealed yet.",
            "rogatory request send request.json --items material")
    {
        Add(_file);
        Add(_folder);
        Add(_items);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var path = line.GetRequiredValue(_file);
        var request = await Files.ReadJsonAsync(path, cancellationToken);
        var given = Typed.ItemFiles(line.GetValue(_items) ?? []);
        var files = PlainText.List(request, "items").ToDictionary(item => PlainText.Of(item, "id") ?? "", item => FileOf(item, given, line.GetValue(_folder)), StringComparer.Ordinal);
        var undeclared = given.Keys.Select(id => id.ToString()).Where(id => !files.ContainsKey(id)).Order(StringComparer.Ordinal).ToList();
        if (undeclared.Count > 0)
            throw CommandFailedException.Usage($"The request declares no item {string.Join(" and no item ", undeclared)}.", $"Leave --item {undeclared[0]}=FILE out, or declare it: rogatory request build.");

        var digests = await DigestsAsync(path, PlainText.List(request, "items"), files, screen, cancellationToken);

        var view = await RequestOpen.OpenAsync(path, authority, screen, cancellationToken);
        var @case = Typed.Case(PlainText.Of(view, "case") ?? "");
        screen.Note($"Case {@case} is open.");
        var awaited = RequestView.Awaited(view);
        var most = awaited.Count == 0 ? 0 : await MostItemBytesAsync(authority, screen, cancellationToken);
        foreach (var id in awaited)
        {
            if (!files.TryGetValue(id, out var file)) throw CommandFailedException.Usage($"The authority awaits an item that {path} does not declare.");
            if (new FileInfo(file).Length <= most)
            {
                await ItemSend.SendAsync(@case, ItemId.Parse(id), file, digests[id], authority, screen, cancellationToken);
                continue;
            }
            using var ownKey = await AuthorityOptions.OwnKeyAsync(line, cancellationToken);
            await new SealedUpload(authority, screen, ownKey, UploadRecord.DefaultFolder()).RunAsync(@case, ItemId.Parse(id), file, cancellationToken);
        }
        view = await Retry.RunAsync(screen, () => authority.GetJsonAsync($"/requests/{@case}", cancellationToken), cancellationToken);
        return new Answer(view, RequestView.Describe(view));
    }

    // Before anything is sent: a request whose files are others would open a case that cannot be completed.
    private static async Task<Dictionary<string, (long Size, byte[] Sha256)>> DigestsAsync(
        string path, IEnumerable<JsonObject> items, Dictionary<string, string> files, Screen screen, CancellationToken cancellationToken)
    {
        var digests = new Dictionary<string, (long Size, byte[] Sha256)>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var id = PlainText.Of(item, "id")!;
            var file = files[id];
            var size = new FileInfo(file).Length;
            if (PlainText.Of(item, "size") is { } declared && declared != size.ToString(CultureInfo.InvariantCulture))
                throw Other($"{file} has {size} bytes, and {path} declares {declared} for the item {id}.");
            digests[id] = await ItemSend.DigestAsync(id, file, screen, cancellationToken);
            if (PlainText.Of(item, "sha256") is { } digest && digest != Convert.ToHexStringLower(digests[id].Sha256))
                throw Other($"{file} has another SHA-256 than {path} declares for the item {id}; its {size} bytes are as many.");
        }
        return digests;

        static CommandFailedException Other(string cause) =>
            CommandFailedException.Usage(cause, "Send the file that was declared, or declare this one: rogatory request build.");
    }

    // What is larger goes by sealed upload.
    private static async Task<long> MostItemBytesAsync(AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var document = await Retry.RunAsync(screen, () => authority.GetJsonAsync("/authority", cancellationToken), cancellationToken);
        return document["limits"]?["itemBytes"]?.GetValue<long>() ?? long.MaxValue;
    }

    private static string FileOf(JsonObject item, Dictionary<ItemId, string> given, string? folder)
    {
        if (!ItemId.TryParseDeclared(PlainText.Of(item, "id"), out var id)) throw CommandFailedException.Usage("The request declares an item whose id is none.");
        if (given.TryGetValue(id, out var file)) return file;
        if (folder is null) throw CommandFailedException.Usage($"There is no file for the item {id}.", $"Give --item {id}=FILE, or --items DIR.");
        // The name in the request is a name; only a bare one is looked for, so that it can't lead out of the folder.
        var name = PlainText.Of(item, "name");
        string[] names = name is not null && name == Path.GetFileName(name) && name is not ("." or "..") ? [id.ToString(), name] : [id.ToString()];
        return names.Select(one => Path.Combine(folder, one)).FirstOrDefault(File.Exists)
            ?? throw CommandFailedException.Usage($"{folder} holds no file for the item {id}.", $"It is looked for as {string.Join(" and as ", names)}; or give --item {id}=FILE.");
    }
}
