using System.CommandLine;
using System.Text.Json.Nodes;
using Rogatory.Cli.Http;
using Rogatory.Core.Access.Signatures;
using Rogatory.Core.Case;

namespace Rogatory.Cli.Sealing;

internal sealed class ItemSend : PartnerCommand
{
    private readonly Argument<string> _case = new("CASE") { Description = "The case." };
    private readonly Argument<string> _item = new("ITEM") { Description = "The item, as the request declares it." };
    private readonly Argument<string> _file = new("FILE") { Description = "Its content." };

    public ItemSend()
        : base("send", "Streams one declared item to the authority, which seals it on the way in. An item can be sent any number of times.",
            "rogatory item send 7K3Q-F2M9-X4TD statement statement.csv")
    {
        Add(_case);
        Add(_item);
        Add(_file);
    }

    protected override async Task<Answer> RunAsync(ParseResult line, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (@case, item) = (Typed.Case(line.GetRequiredValue(_case)), Typed.Item(line.GetRequiredValue(_item)));
        var path = line.GetRequiredValue(_file);
        var answer = await SendAsync(@case, item, path, await DigestAsync(item.ToString(), path, screen, cancellationToken), authority, screen, cancellationToken);
        return new Answer(answer, $"Item {item} is sealed.");
    }

    // The digest is signed and goes before the content, so the file is read twice.
    public static Task<(long Size, byte[] Sha256)> DigestAsync(string item, string path, Screen screen, CancellationToken cancellationToken) =>
        screen.WithProgressAsync($"Digest of {item}", new FileInfo(path).Length, report => Files.DigestAsync(path, report, cancellationToken));

    public static async Task<JsonObject> SendAsync(
        CaseId @case, ItemId item, string path, (long Size, byte[] Sha256) known, AuthorityClient authority, Screen screen, CancellationToken cancellationToken)
    {
        var (size, sha256) = known;
        var digest = ContentDigest.FromSha256(sha256);
        var answer = await Retry.RunAsync(screen, () => screen.WithProgressAsync($"Sending {item}", size, async report =>
        {
            using var content = new FileContent(path, size, report);
            return await authority.UploadAsync($"/requests/{@case}/items/{item}", content, digest, cancellationToken);
        }), cancellationToken);
        screen.Note($"Item {item} is sealed ({PlainText.Size(size)}).");
        return answer;
    }
}
