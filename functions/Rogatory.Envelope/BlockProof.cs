using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Rogatory.Envelope;

/// <summary>
/// Proves that blocks stand in a sealed original, word for word and in order, to whoever has the blocks and the root that was recorded of
/// the original (FORMAT.md, section 5). Of the others it tells how many there are, and where. What it says of itself is unproven until
/// <see cref="VerifyAsync"/>.
/// </summary>
public sealed class BlockProof
{
    /// <summary>In bytes; a longer proof is refused unread.</summary>
    public const int MaximumSize = 16 * 1024 * 1024;

    internal const string Format = "rogatory/v1/blocks";

    /// <summary>What takes half of that as base64url. Each range takes a node at least, and less room than one.</summary>
    internal const int MaximumNodes = MaximumSize / 2 / 43;

    internal const int NodeSize = SHA256.HashSizeInBytes;

    internal BlockProof(
        string @case, string item, BlockKind kind, long count, IReadOnlyList<BlockRange> kept, IReadOnlyList<BlockRange> changed, byte[] nodes)
    {
        Case = @case;
        Item = item;
        Kind = kind;
        Count = count;
        Kept = kept;
        Changed = changed;
        Nodes = nodes;
    }

    /// <summary>The id of the case.</summary>
    public string Case { get; }

    /// <summary>The id of the original in that case.</summary>
    public string Item { get; }

    /// <summary>What the blocks are.</summary>
    public BlockKind Kind { get; }

    /// <summary>How many the original has.</summary>
    public long Count { get; }

    /// <summary>Those that the extract has word for word, in order.</summary>
    public IReadOnlyList<BlockRange> Kept { get; }

    /// <summary>Blocks of the extract, by their place in it, that the proof says nothing of: a name in them may be blackened, or all of them be made up.</summary>
    public IReadOnlyList<BlockRange> Changed { get; }

    /// <summary>A seed or hash of 32 bytes for each subtree of the plan, one after the other.</summary>
    internal byte[] Nodes { get; }

    /// <summary>Reads a proof.</summary>
    /// <exception cref="ProofException">With <see cref="ProofFailure.Form"/>.</exception>
    public static BlockProof Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Length > MaximumSize)
            throw new ProofException(ProofFailure.Form);
        try
        {
            return StrictJson.Read(json, Read);
        }
        catch (OpenException)
        {
            throw new ProofException(ProofFailure.Form);
        }
    }

    /// <summary>The same proof for an extract that has other blocks between the kept ones.</summary>
    /// <param name="changed">Where they stand in the extract: in order, each range as long as it can be. None for no such blocks.</param>
    /// <exception cref="ArgumentException">They are no ranges in order, or too many for a proof to hold.</exception>
    public BlockProof WithChanged(IReadOnlyList<BlockRange> changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (changed.Count > MaximumNodes || (changed.Count > 0 && !BlockPlan.AreRanges(changed, BlockPlan.MostBlocks)))
            throw new ArgumentException("Not places in order and each range as long as it can be, or too many.", nameof(changed));
        var proof = new BlockProof(Case, Item, Kind, Count, Kept, changed, Nodes);
        return proof.ToJson().Length <= MaximumSize ? proof : throw new ArgumentException("So many and so scattered places that the proof would be too long.", nameof(changed));
    }

    /// <summary>The proof as JSON.</summary>
    public byte[] ToJson()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("format", Format);
            writer.WriteString("case", Case);
            writer.WriteString("item", Item);
            writer.WriteString("kind", BlockCommitment.NameOf(Kind));
            writer.WriteNumber("count", Count);
            WriteRanges(writer, "kept", Kept);
            if (Changed.Count > 0)
                WriteRanges(writer, "changed", Changed);
            writer.WriteString("nodes", Base64Url.EncodeToUtf8(Nodes));
            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    /// <summary>Checks that the extract is the kept blocks, in order, of the text whose root this is, and nothing else but <see cref="Changed"/>.</summary>
    /// <param name="root">32 bytes, from a statement whose signature was verified (<see cref="BlockCommitment.Root"/>).</param>
    /// <param name="extract">Is read to its end, and held block by block.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ProofException">It is not; see <see cref="ProofFailure"/>.</exception>
    public async Task VerifyAsync(ReadOnlyMemory<byte> root, Stream extract, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(extract);
        using var verifier = new BlockVerifier(this);
        await extract.CopyToAsync(verifier, cancellationToken);
        verifier.Finish(root.Span);
    }

    private static BlockProof Read(JsonElement proof)
    {
        var hasChanged = proof.ValueKind == JsonValueKind.Object && proof.TryGetProperty("changed", out _);
        StrictJson.RequireMembers(proof, hasChanged ? ["format", "case", "item", "kind", "count", "kept", "changed", "nodes"] : ["format", "case", "item", "kind", "count", "kept", "nodes"]);
        StrictJson.RequireText(proof, "format", Format);
        var (@case, item) = (StrictJson.Text(proof, "case"), StrictJson.Text(proof, "item"));
        StrictJson.Require(AssociatedData.IsId(@case) && AssociatedData.IsId(item));
        var name = StrictJson.Text(proof, "kind");
        var kinds = Enum.GetValues<BlockKind>().Where(kind => BlockCommitment.NameOf(kind) == name).ToArray();
        StrictJson.Require(kinds.Length == 1);
        var count = Number(proof.GetProperty("count"));
        var kept = ReadRanges(proof.GetProperty("kept"));
        StrictJson.Require(BlockPlan.AreRanges(kept, count));
        var changed = hasChanged ? ReadRanges(proof.GetProperty("changed")) : [];
        StrictJson.Require(!hasChanged || BlockPlan.AreRanges(changed, BlockPlan.MostBlocks));
        var nodes = StrictJson.Base64UrlBytes(proof, "nodes", NodeSize, MaximumNodes * NodeSize);
        StrictJson.Require(nodes.Length % NodeSize == 0);
        return new BlockProof(@case, item, kinds[0], count, kept, changed, nodes);
    }

    private static void WriteRanges(Utf8JsonWriter writer, string name, IReadOnlyList<BlockRange> ranges)
    {
        writer.WriteStartArray(name);
        foreach (var range in ranges)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(range.First);
            writer.WriteNumberValue(range.Count);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static List<BlockRange> ReadRanges(JsonElement ranges)
    {
        StrictJson.Require(ranges.ValueKind == JsonValueKind.Array && ranges.GetArrayLength() <= MaximumNodes);
        var kept = new List<BlockRange>(ranges.GetArrayLength());
        foreach (var range in ranges.EnumerateArray())
        {
            StrictJson.Require(range.ValueKind == JsonValueKind.Array && range.GetArrayLength() == 2);
            kept.Add(new BlockRange(Number(range[0]), Number(range[1])));
        }

        return kept;
    }

    private static long Number(JsonElement element)
    {
        var number = 0L;
        StrictJson.Require(element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out number) && number >= 0);
        return number;
    }
}
