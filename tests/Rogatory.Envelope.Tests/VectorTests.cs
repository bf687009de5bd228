using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Rogatory.Envelope.Tests;

/// <summary>The files of tests/vectors/envelope, which others can use to check a reader of their own.</summary>
public sealed class VectorTests
{
    private const string Folder = "tests/vectors/envelope";

    [Fact]
    public void As_many_vectors_are_there_as_the_manifest_says()
    {
        var manifest = Read("manifest.json").AsObject();

        Assert.Equal(["bodies.json", "items.json", "sealings.json", "blocks.json", "proofs.json"], manifest.Select(file => file.Key));
        Assert.All(manifest, file => Assert.Equal((int)file.Value!["count"]!, Read(file.Key).AsArray().Count));
        Assert.True(manifest.Sum(file => (int)file.Value!["count"]!) >= 323);
    }

    [Fact]
    public async Task The_committed_vectors_are_what_their_generator_gives()
    {
        var made = (await Node.RunAsync($"{Folder}/make.mjs")).AsObject();

        Assert.Equal(6, made.Count);
        Assert.All(made, file => Assert.True(JsonNode.DeepEquals(file.Value, Read(file.Key)), $"{file.Key} differs: run its make.mjs with --write."));
    }

    [Fact]
    public Task Every_body_opens_or_fails_as_expected() => CheckAsync("bodies.json", async vector =>
    {
        using var key = ContentKey.Copy(Hex(vector, "mainKey"));
        using var written = new MemoryStream();
        var associatedData = Encoding.UTF8.GetBytes(Text(vector, "associatedData"));
        await FormatOpener.OpenAsync(key, associatedData, Layout(vector), Hex(vector, "body"), written);
        return written.ToArray().SequenceEqual(Hex(vector, "plaintext"));
    });

    [Fact]
    public Task Every_item_opens_or_fails_as_expected() => CheckAsync("items.json", async vector =>
    {
        var (grant, recorded) = (vector["grant"]!, vector["recorded"]!);
        using var opened = await OpenedItem.OpenAsync(
            new ConsultationGrant(Text(grant, "case"), Text(grant, "item")),
            Encoding.UTF8.GetBytes(Text(vector, "keyEnvelope")),
            new SealedReference(Hex(recorded, "header"), Hex(recorded, "commitment"), (long)recorded["size"]!),
            new MemorySource(Hex(vector, "body")),
            new GivenUnwrap(Hex(vector, "encryptedKey"), Hex(vector, "contentEncryptionKey")),
            Layout(vector),
            CancellationToken.None);
        using var written = new MemoryStream();
        await opened.CopyToAsync(written, CancellationToken.None);
        return written.ToArray().SequenceEqual(Hex(vector, "plaintext"));
    });

    [Fact]
    public Task Every_plaintext_seals_to_the_expected_body() => CheckAsync("sealings.json", async vector =>
    {
        using var sealer = new ItemSealer(
            Text(vector, "case"), Text(vector, "item"), ContentKey.Copy(Hex(vector, "mainKey")), Hex(vector, "header"), SegmentLayout.Standard);
        using var body = new MemoryStream();
        var plaintext = Counted((int)vector["plaintext"]!["size"]!, Text(vector["plaintext"]!, "seed"));
        var content = await sealer.SealAsync(new MemoryStream(plaintext), body, CancellationToken.None);
        return content.Size == (long)vector["size"]!
            && SHA256.HashData(body.ToArray()).SequenceEqual(Hex(vector, "sha256"))
            && content.SealedRoot.SequenceEqual(Hex(vector, "sealedRoot"))
            && sealer.Commitment.SequenceEqual(Hex(vector, "commitment"));
    });

    [Fact]
    public Task Every_text_splits_into_the_expected_blocks_and_has_the_expected_root() => CheckAsync("blocks.json", vector =>
    {
        var kind = Enum.Parse<BlockKind>(Text(vector, "kind"), ignoreCase: true);
        var blocks = new ListedBlocks(kind);
        blocks.Write(Hex(vector, "text"));
        Assert.Equal(vector["blocks"]!.AsArray().Select(length => (int)length!), blocks.Finish().Select(block => block.Length));
        using var secret = ContentKey.Copy(Hex(vector, "secret"));
        using var tree = new BlockTree(Text(vector, "case"), Text(vector, "item"), kind, secret);
        tree.Write(Hex(vector, "text"));
        var commitment = tree.Finish();
        return Task.FromResult(commitment.Count == (long)vector["count"]! && commitment.Root.SequenceEqual(Hex(vector, "root")));
    });

    [Fact]
    public Task Every_proof_holds_or_fails_as_expected() => CheckAsync("proofs.json", async vector =>
    {
        var proof = BlockProof.Parse(Encoding.UTF8.GetBytes(Text(vector, "proof")));
        await proof.VerifyAsync(Hex(vector, "root"), new MemoryStream(Hex(vector, "extract")), CancellationToken.None);
        return true;
    });

    private static async Task CheckAsync(string file, Func<JsonNode, Task<bool>> holdsAsync)
    {
        foreach (var vector in Read(file).AsArray())
        {
            var found = Text(vector!, "expect") is "holds" ? "holds" : "opened";
            try
            {
                Assert.True(await holdsAsync(vector!), $"{file}: {vector!["name"]} gives something else.");
            }
            catch (OpenException exception)
            {
                found = exception.Failure == OpenFailure.TrailingData ? "trailing-data" : exception.Failure.ToString().ToLowerInvariant();
            }
            catch (ProofException exception)
            {
                found = exception.Failure.ToString().ToLowerInvariant();
            }

            Assert.True(found == Text(vector!, "expect"), $"{file}: {vector!["name"]}: {found} where {vector["expect"]} was expected.");
        }
    }

    /// <summary>SHA-256 of the seed and a counter, 4 bytes big-endian, as often as needed.</summary>
    private static byte[] Counted(int count, string seed)
    {
        var bytes = new List<byte>();
        for (var i = 0; bytes.Count < count; i++)
            bytes.AddRange(SHA256.HashData([.. Encoding.UTF8.GetBytes(seed), .. BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(i))]));
        return [.. bytes.Take(count)];
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Node.Root, Folder, file)))!;

    private static SegmentLayout Layout(JsonNode vector) => new((int)vector["segmentSize"]!);

    private static string Text(JsonNode node, string member) => (string)node[member]!;

    private static byte[] Hex(JsonNode node, string member) => Convert.FromHexString(Text(node, member));

    /// <summary>Stands in for the key that wrapped: unwraps one thing.</summary>
    private sealed class GivenUnwrap(byte[] encryptedKey, byte[] contentEncryptionKey) : IKeyWrap
    {
        public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrappedKey, CancellationToken cancellationToken) =>
            keyId == RsaKeyWrap.KeyId && wrappedKey.Span.SequenceEqual(encryptedKey)
                ? ValueTask.FromResult(contentEncryptionKey.ToArray())
                : throw new CryptographicException("Not the key that was wrapped.");
    }
}
