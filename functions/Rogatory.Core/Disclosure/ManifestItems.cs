using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Core.Receipt;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure;

/// <summary>Items of a manifest as JSON.</summary>
internal static class ManifestItems
{
    private const int Members = 6;

    public static JsonObject ToJson(ManifestItem item)
    {
        var members = new JsonObject
        {
            ["id"] = item.Id.ToString(),
            ["size"] = item.Size,
            ["header"] = item.Header,
            ["commitment"] = item.Commitment,
            ["sealedRoot"] = item.SealedRoot,
            ["envelope"] = item.Envelope,
        };
        if (item.Extract is { } extract)
            members["extract"] = ToJson(extract);
        return members;
    }

    /// <exception cref="InvalidStatementException">A member is missing, of another form, or one too many.</exception>
    public static ManifestItem FromJson(JsonObject json)
    {
        bool isExtract = json.ContainsKey("extract");
        var item = new StatementMembers(json, isExtract ? Members + 1 : Members);
        return new ManifestItem(
            Id(item, "id"),
            item.Number("size"),
            item.Text("header") is { Length: 80 } header && header.All(char.IsAsciiHexDigitLower) ? header : throw StatementMembers.Wrong("header"),
            item.Digest("commitment"),
            item.Digest("sealedRoot"),
            item.Digest("envelope"),
            isExtract ? ReadExtract(item.Object("extract", 3)) : null);
    }

    private static JsonObject ToJson(ManifestExtract extract) => new()
    {
        ["of"] = extract.Source.ToString(),
        ["proof"] = extract.Proof?.ToString(),
        ["blocks"] = extract.Blocks is { } blocks
            ? new JsonObject { ["kind"] = BlockCommitment.NameOf(blocks.Kind), ["count"] = blocks.Count, ["root"] = Convert.ToHexStringLower(blocks.Root) }
            : null,
    };

    private static ManifestExtract ReadExtract(StatementMembers extract)
    {
        ItemId source = Id(extract, "of");
        if (extract.IsNull("proof"))
            return extract.IsNull("blocks") ? new ManifestExtract(source, Proof: null, Blocks: null) : throw StatementMembers.Wrong("blocks");
        StatementMembers blocks = extract.Object("blocks", 3);
        return new ManifestExtract(
            source,
            Id(extract, "proof"),
            new BlockCommitment(
                blocks.WordOrNull<BlockKind>("kind") ?? throw StatementMembers.Wrong("kind"), blocks.Number("count"), Convert.FromHexString(blocks.Digest("root"))));
    }

    private static ItemId Id(StatementMembers members, string name) =>
        ItemId.TryParse(members.Text(name), out ItemId id) ? id : throw StatementMembers.Wrong(name);
}
