using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure;

namespace Rogatory.Cli.Disclosure;

/// <summary>
/// A BagIt 1.0 bag (RFC 8493). Beside the payload it holds the signed manifest, the authority's keys and the key envelopes, so that whoever
/// has the partner's private key can prove every file by the authority's signature.
/// </summary>
internal sealed class Bag(string folder)
{
    private const string Declaration = "bagit.txt";
    private const string Info = "bag-info.txt";
    private const string Manifest = "manifest-sha256.txt";
    private const string TagManifest = "tagmanifest-sha256.txt";
    private const string Proof = "rogatory";
    private const string SignedManifest = $"{Proof}/manifest.jws";
    private const string AuthorityKeys = $"{Proof}/authority.json";
    private const string Items = $"{Proof}/items.json";

    /// <summary>The declaration is written last: without it this is no bag.</summary>
    public bool IsComplete => File.Exists(At(Declaration));

    /// <summary>Begins a bag for what a signed manifest names, or takes up the one that was begun for it.</summary>
    public async Task BeginAsync(string manifest, byte[] authority, CancellationToken cancellationToken)
    {
        Files.CreateFolder(At($"{Proof}/envelopes"));
        if (!File.Exists(At(SignedManifest)))
        {
            await Files.ReplaceAsync(At(AuthorityKeys), authority, cancellationToken);
            await Files.ReplaceAsync(At(SignedManifest), Encoding.ASCII.GetBytes(manifest), cancellationToken);
        }
        else if (await File.ReadAllTextAsync(At(SignedManifest), cancellationToken) != manifest)
        {
            throw CommandFailedException.Usage($"{folder} was begun with another manifest.", "Choose another folder with --out.");
        }
    }

    /// <summary>Whether a file with exactly this content lies in its place. Whatever else lies there goes: a run that was cut may have left it.</summary>
    public async Task<bool> HasAsync(BagItem item, CancellationToken cancellationToken)
    {
        var (path, place) = (At(item.Path), Path.GetDirectoryName(At(item.Path))!);
        Files.CreateFolder(place);
        foreach (var other in Directory.EnumerateFiles(place).Where(file => file != path).ToList()) File.Delete(other);
        if (!File.Exists(path)) return false;
        var (_, sha256) = await Files.DigestAsync(path, _ => { }, cancellationToken);
        return sha256.AsSpan().SequenceEqual(item.Description.Sha256);
    }

    /// <summary>Writes an item's file. It gets its name only when all of it was written without an exception.</summary>
    public Task<long> AddAsync(BagItem item, Func<Stream, Task> write) => Files.ReplaceAsync(At(item.Path), async file =>
    {
        await write(file);
        return file.Length;
    });

    /// <summary>Keeps an item's key envelope, which ties the plaintext's digest to the manifest.</summary>
    public Task AddEnvelopeAsync(OfferedItem item, CancellationToken cancellationToken) =>
        Files.ReplaceAsync(At(EnvelopeOf(item.Item.Id)), item.Envelope, cancellationToken);

    /// <summary>Writes what makes it a bag.</summary>
    public async Task CompleteAsync(DisclosureId disclosure, string organisation, IReadOnlyList<BagItem> items, DateOnly today, CancellationToken cancellationToken)
    {
        await WriteAsync(Items, new JsonObject { ["items"] = new JsonArray([.. items.Select(item => item.ToJson())]) }.ToJsonString(new() { WriteIndented = true }) + "\n");
        await WriteAsync(Manifest, string.Concat(items.OrderBy(item => item.Path, StringComparer.Ordinal).Select(item => $"{item.Sha256}  {item.Path}\n")));
        await WriteAsync(Info, string.Create(CultureInfo.InvariantCulture, $"""
            Source-Organization: {OneLine(organisation)}
            External-Identifier: {disclosure}
            Internal-Sender-Identifier: {disclosure.Case}
            Bagging-Date: {today:yyyy-MM-dd}
            Payload-Oxum: {items.Sum(item => item.Description.Size)}.{items.Count}
            Bag-Software-Agent: rogatory

            """));
        var declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Declaration] = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(declaration))) };
        foreach (var name in new[] { Info, Manifest, SignedManifest, AuthorityKeys, Items }.Concat(items.Select(item => EnvelopeOf(item.Item))))
            tags[name] = Convert.ToHexStringLower((await Files.DigestAsync(At(name), _ => { }, cancellationToken)).Sha256);
        await WriteAsync(TagManifest, string.Concat(tags.Select(tag => $"{tag.Value}  {tag.Key}\n")));
        await WriteAsync(Declaration, declaration);

        Task WriteAsync(string name, string text) => Files.ReplaceAsync(At(name), Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    /// <summary>Reads every file of a complete bag, and compares it with what was written of it when it was completed.</summary>
    /// <exception cref="CommandFailedException">A file is another, is gone, or was laid beside; exit status 1, with each as a fault.</exception>
    public async Task VerifyAsync(Screen screen, CancellationToken cancellationToken)
    {
        var changed = await ChangedAsync(TagManifest, screen, cancellationToken);
        // A manifest that is another is compared with nothing.
        if (!changed.ContainsKey(Manifest))
        {
            foreach (var (name, how) in await ChangedAsync(Manifest, screen, cancellationToken)) changed.TryAdd(name, how);
            var listed = (await ReadManifestAsync(Manifest, cancellationToken)).Keys.Select(At).ToHashSet(StringComparer.Ordinal);
            foreach (var file in Directory.Exists(At("data")) ? Directory.EnumerateFiles(At("data"), "*", SearchOption.AllDirectories).Where(file => !listed.Contains(file)) : [])
                changed[Path.GetRelativePath(folder, file)] = "was not collected";
        }
        if (changed.Count == 0) return;
        throw new CommandFailedException(
            ExitCode.Breaks, "bag-changed", $"{folder} is not what was collected:", "Get it back from a copy. Until the receipt is sent it can be collected anew, to another folder; after that ask the authority to disclose it again.")
        {
            Faults = [.. changed.Select(one => new JsonObject { ["pointer"] = one.Key, ["slug"] = "bag-changed", ["message"] = $"{one.Value}." })],
        };
    }

    /// <summary>What a complete bag holds.</summary>
    public async Task<JsonArray> ReadItemsAsync(CancellationToken cancellationToken) =>
        (await Files.ReadJsonAsync(At(Items), cancellationToken))["items"]?.DeepClone() as JsonArray
        ?? throw CommandFailedException.Usage($"{At(Items)} does not list what the bag holds.");

    private async Task<SortedDictionary<string, string>> ChangedAsync(string manifest, Screen screen, CancellationToken cancellationToken)
    {
        var changed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(At(manifest)))
        {
            changed[manifest] = "is gone";
            return changed;
        }
        foreach (var (name, sha256) in await ReadManifestAsync(manifest, cancellationToken))
        {
            var file = new FileInfo(At(name));
            if (!file.Exists) changed[name] = "is gone";
            else if (Convert.ToHexStringLower((await screen.WithProgressAsync($"Checking {name}", file.Length, report => Files.DigestAsync(file.FullName, report, cancellationToken))).Sha256) != sha256) changed[name] = "is another file than was collected";
        }
        return changed;
    }

    private async Task<Dictionary<string, string>> ReadManifestAsync(string manifest, CancellationToken cancellationToken)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in await File.ReadAllLinesAsync(At(manifest), cancellationToken))
            digests[line[(line.IndexOf("  ", StringComparison.Ordinal) is > 0 and var at ? at + 2 : 0)..]] = line.Split(' ')[0];
        return digests;
    }

    private static string EnvelopeOf(ItemId item) => $"{Proof}/envelopes/{PayloadName.Of(item.ToString())}.jwe";

    private static string OneLine(string text) => string.Join(' ', PlainText.Printable(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Where a file of the bag lies.</summary>
    public string At(string name) => Path.Combine(folder, name);
}
