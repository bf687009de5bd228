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

    /// <summary>What a complete bag holds.</summary>
    public async Task<JsonArray> ReadItemsAsync(CancellationToken cancellationToken) =>
        (await Files.ReadJsonAsync(At(Items), cancellationToken))["items"]?.DeepClone() as JsonArray
        ?? throw CommandFailedException.Usage($"{At(Items)} does not list what the bag holds.");

    private static string EnvelopeOf(ItemId item) => $"{Proof}/envelopes/{PayloadName.Of(item.ToString())}.jwe";

    private static string OneLine(string text) => string.Join(' ', PlainText.Printable(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Where a file of the bag lies.</summary>
    public string At(string name) => Path.Combine(folder, name);
}
