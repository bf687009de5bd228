using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Rogatory.Envelope.Tests;

/// <summary>Proofs over any text, what is changed in them, and how long they are. Each class of failure has its vectors too (VectorTests).</summary>
public sealed class BlockProofTests
{
    private const string Scripts = "tests/Rogatory.Envelope.Tests/interop";

    private static readonly BlockSample Sample = BlockSample.Rows(50, new BlockRange(3, 4), new BlockRange(20, 1), new BlockRange(48, 2));

    [Fact]
    public void What_is_kept_of_any_text_is_proven_and_is_what_was_kept() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(BlockSample.Any, sample =>
        {
            var (proof, extract) = sample.Prove();
            var blocks = NaiveBlocks.Split(sample.Kind, sample.Text);

            Assert.Equal(sample.Kept.SelectMany(range => blocks.Skip((int)range.First).Take((int)range.Count)).SelectMany(block => block), extract);
            Assert.Null(Verify(proof.ToJson(), sample.Commitment.Root, extract));
        }));

    [Fact]
    public async Task Others_verify_what_we_prove()
    {
        var samples = Gen.Sample(BlockSample.Any.Generator, 60).Append(Sample).ToList();
        var questions = samples.Select(sample =>
        {
            var (proof, extract) = sample.Prove();
            return (JsonNode)new JsonObject
            {
                ["proof"] = Encoding.UTF8.GetString(proof.ToJson()),
                ["root"] = Convert.ToHexStringLower(sample.Commitment.Root),
                ["extract"] = Convert.ToBase64String(extract),
            };
        });

        var found = await Node.RunAsync($"{Scripts}/verify-blocks.mjs", new JsonArray([.. questions]));

        Assert.Equal(samples.Select(_ => "holds"), found.AsArray().Select(answer => (string)answer!));
    }

    [Fact]
    public void Blocks_said_to_be_changed_prove_nothing_and_spoil_nothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(BlockSample.Any, sample =>
        {
            var (proof, extract) = sample.Prove();
            var end = (byte)(sample.Kind == BlockKind.Pages ? '\f' : '\n');
            var blocks = NaiveBlocks.Split(sample.Kind, extract);
            // One before each kept block, so that the last of the text, which may lack its end, stays the last.
            byte[] mixed = [.. blocks.SelectMany(block => (byte[])[(byte)'#', end, .. block])];
            var places = NaiveBlocks.Ranges([.. Enumerable.Range(0, 2 * blocks.Count).Select(at => at % 2 == 0)]);

            Assert.Null(Verify(proof.WithChanged(places).ToJson(), sample.Commitment.Root, mixed));
            Assert.Equal(ProofFailure.Blocks, Verify(proof.ToJson(), sample.Commitment.Root, mixed));
            Assert.Equal(ProofFailure.Blocks, Verify(proof.WithChanged(places).ToJson(), sample.Commitment.Root, extract));
            Assert.Equal(places, BlockProof.Parse(proof.WithChanged(places).ToJson()).Changed);
        }));

    [Fact]
    public void Places_that_are_none_are_refused()
    {
        var (proof, _) = Sample.Prove();
        foreach (BlockRange[] places in new BlockRange[][] { [new(0, 0)], [new(-1, 1)], [new(2, 1), new(1, 1)], [new(1, 1), new(2, 1)], [new(1L << 40, 1)] })
            Assert.Throws<ArgumentException>(() => proof.WithChanged(places));
        Assert.Throws<ArgumentException>(() => proof.WithChanged([.. Enumerable.Range(0, BlockProof.MaximumNodes + 1).Select(i => new BlockRange(2 * i, 1))]));
        Assert.Empty(proof.WithChanged([]).Changed);
    }

    [Fact]
    public void A_change_of_any_byte_of_the_extract_fails()
    {
        var (proof, extract) = Sample.Prove();
        var json = proof.ToJson();
        for (var at = 0; at < extract.Length; at++)
        {
            var changed = extract.ToArray();
            changed[at] ^= 1;
            Assert.NotNull(Verify(json, Sample.Commitment.Root, changed));
        }
    }

    [Fact]
    public void Blocks_that_are_moved_doubled_or_left_out_fail()
    {
        var (proof, extract) = Sample.Prove();
        var (json, blocks) = (proof.ToJson(), ListedBlocks.Of(BlockKind.Rows, extract));
        ProofFailure? Changed(IEnumerable<byte[]> order) => Verify(json, Sample.Commitment.Root, [.. order.SelectMany(block => block)]);

        Assert.Null(Changed(blocks));
        for (var one = 0; one < blocks.Count; one++)
        {
            Assert.Equal(ProofFailure.Blocks, Changed(blocks.Where((_, i) => i != one)));
            Assert.Equal(ProofFailure.Blocks, Changed(blocks.SelectMany((block, i) => i == one ? [block, block] : new[] { block })));
            for (var other = one + 1; other < blocks.Count; other++)
                Assert.Equal(ProofFailure.Root, Changed(blocks.Select((block, i) => i == one ? blocks[other] : i == other ? blocks[one] : block)));
        }
    }

    [Fact]
    public void A_block_of_another_item_fails()
    {
        var (proof, extract) = Sample.Prove();
        var (otherProof, otherExtract) = Sample.Prove(Some.Bytes(32, "other secret"), "other");
        var other = BlockSample.Commit(BlockKind.Rows, Sample.Text, Some.Bytes(32, "other secret"), "other");

        Assert.Equal(extract, otherExtract);
        Assert.Null(Verify(otherProof.ToJson(), other.Root, extract));
        Assert.Equal(ProofFailure.Root, Verify(otherProof.ToJson(), Sample.Commitment.Root, extract));
        Assert.Equal(ProofFailure.Root, Verify(proof.ToJson(), other.Root, extract));
        Assert.Equal(ProofFailure.Root, Verify(Edited(json => json["nodes"] = (string)JsonNode.Parse(otherProof.ToJson())!["nodes"]!), Sample.Commitment.Root, extract));
    }

    [Fact]
    public void A_proof_says_of_no_other_case_item_kind_count_or_place_that_it_holds()
    {
        var (_, extract) = Sample.Prove();
        foreach (var member in new[] { "case", "item" })
            Assert.Equal(ProofFailure.Root, Verify(Edited(json => json[member] = "other"), Sample.Commitment.Root, extract));
        Assert.NotNull(Verify(Edited(json => json["kind"] = "lines"), Sample.Commitment.Root, extract));
        for (var count = 0; count < 130; count++)
        {
            if (count != 50)
                Assert.NotNull(Verify(Edited(json => json["count"] = count), Sample.Commitment.Root, extract));
        }

        foreach (var pair in new[] { 0, 1, 2 })
        {
            for (var first = 0; first < 50; first++)
            {
                if (first != Sample.Kept[pair].First)
                    Assert.NotNull(Verify(Edited(json => json["kept"]![pair]![0] = first), Sample.Commitment.Root, extract));
            }
        }
    }

    [Fact]
    public void A_salt_or_hash_that_is_stripped_doubled_exchanged_or_changed_fails()
    {
        var (proof, extract) = Sample.Prove();
        var nodes = proof.Nodes.Chunk(32).ToList();
        ProofFailure? Changed(IEnumerable<byte[]> changed) => Verify(
            new BlockProof(proof.Case, proof.Item, proof.Kind, proof.Count, proof.Kept, proof.Changed, [.. changed.SelectMany(node => node)]).ToJson(), Sample.Commitment.Root, extract);

        Assert.Null(Changed(nodes));
        for (var one = 0; one < nodes.Count; one++)
        {
            Assert.Equal(ProofFailure.Form, Changed(nodes.Where((_, i) => i != one)));
            Assert.Equal(ProofFailure.Form, Changed(nodes.SelectMany((node, i) => i == one ? [node, node] : new[] { node })));
            Assert.Equal(ProofFailure.Root, Changed(nodes.Select((node, i) => i == one ? nodes[(i + 1) % nodes.Count] : node)));
            Assert.Equal(ProofFailure.Root, Changed(nodes.Select((node, i) => i == one ? [(byte)(node[0] ^ 1), .. node[1..]] : node)));
        }
    }

    [Fact]
    public void A_proof_holds_nothing_of_what_is_left_out_and_no_salt_of_it()
    {
        var (proof, _) = Sample.Prove();
        var text = Encoding.UTF8.GetString(proof.ToJson());
        var given = proof.Nodes.Chunk(32).Select(Convert.ToHexString).ToHashSet();
        bool IsKept(int block) => Sample.Kept.Any(range => block >= range.First && block < range.End);

        Assert.DoesNotContain("Some", text, StringComparison.Ordinal);
        for (var block = 0; block < 50; block++)
        {
            // Every seed over the block, from its salt up to the top.
            var over = SeedsOver(block);
            Assert.Equal(IsKept(block), over.Exists(given.Contains));
        }
    }

    [Fact]
    public void A_prover_refuses_another_text_than_was_recorded()
    {
        foreach (var (text, failure) in new[] { (Sample.Text[..^9], ProofFailure.Root), ([.. Sample.Text, (byte)'a'], ProofFailure.Blocks), ("a\n"u8.ToArray(), ProofFailure.Blocks), (Some.Bytes(50), ProofFailure.Blocks) })
        {
            using var key = ContentKey.Copy(BlockSample.Secret);
            using var prover = new BlockProver(Some.Case, Some.Item, Sample.Commitment, key, Sample.Kept, Stream.Null);
            Assert.Equal(failure, Assert.Throws<ProofException>(() =>
            {
                prover.Write(text);
                prover.Finish();
            }).Failure);
        }
    }

    [Fact]
    public void A_prover_refuses_blocks_that_are_not_there_and_more_than_a_proof_can_hold()
    {
        foreach (BlockRange[] kept in new BlockRange[][] { [], [new(50, 1)], [new(0, 51)], [new(0, 0)], [new(-1, 1)], [new(2, 1), new(1, 1)], [new(1, 1), new(2, 1)], [new(1, long.MaxValue)] })
            Assert.Throws<ArgumentException>(() => Begin(Sample.Commitment, kept));
        var scattered = Enumerable.Range(0, 200_000).Select(i => new BlockRange(2 * i, 1)).ToArray();
        Assert.Throws<ArgumentException>(() => Begin(new BlockCommitment(BlockKind.Rows, 1_000_000, new byte[32]), scattered));

        static void Begin(BlockCommitment commitment, BlockRange[] kept)
        {
            using var key = ContentKey.Copy(BlockSample.Secret);
            new BlockProver(Some.Case, Some.Item, commitment, key, kept, Stream.Null).Dispose();
        }
    }

    [Fact]
    public void The_longest_proof_that_is_made_can_be_read()
    {
        var kept = Enumerable.Range(0, BlockProof.MaximumNodes / 2).Select(i => new BlockRange((2L * i) + (1L << 39), 1)).ToArray();
        var proof = new BlockProof(new string('c', 100), new string('i', 100), BlockKind.Lines, 1L << 40, kept, [], new byte[BlockProof.MaximumNodes * 32]);

        Assert.InRange(proof.ToJson().Length, 1, BlockProof.MaximumSize);
        Assert.Equal(kept, BlockProof.Parse(proof.ToJson()).Kept);
    }

    [Fact]
    public void A_longer_proof_is_refused_unread()
    {
        byte[] json = [.. Sample.Prove().Proof.ToJson(), .. Enumerable.Repeat((byte)' ', BlockProof.MaximumSize)];

        BlockProof.Parse(json.AsMemory(0, BlockProof.MaximumSize));
        Assert.Equal(ProofFailure.Form, Assert.Throws<ProofException>(() => BlockProof.Parse(json.AsMemory(0, BlockProof.MaximumSize + 1))).Failure);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"format\":1}")]
    public void What_is_no_proof_is_of_another_form(string json) =>
        Assert.Equal(ProofFailure.Form, Assert.Throws<ProofException>(() => BlockProof.Parse(Encoding.UTF8.GetBytes(json))).Failure);

    [Fact]
    public void Any_change_to_the_json_fails_or_says_the_same()
    {
        var (proof, extract) = Sample.Prove();
        var json = proof.ToJson();
        for (var at = 0; at < json.Length; at++)
        {
            var changed = json.ToArray();
            changed[at] ^= 1;
            Assert.NotNull(Verify(changed, Sample.Commitment.Root, extract));
        }
    }

    [Theory]
    [InlineData(1, 2_000)]
    [InlineData(10, 12_000)]
    [InlineData(19_990, 12_000)]
    [InlineData(19_999, 2_000)]
    public void A_proof_is_short_when_few_are_kept_and_when_few_are_left_out(int kept, int most)
    {
        const int Count = 20_000;
        var few = Math.Min(kept, Count - kept);
        var scattered = Enumerable.Range(0, few).Select(i => ((i * 1_997) + 13) % Count).ToHashSet();
        bool[] isKept = [.. Enumerable.Range(0, Count).Select(i => scattered.Contains(i) == (kept == few))];
        var sample = BlockSample.Rows(Count, [.. NaiveBlocks.Ranges(isKept)]);

        var (proof, extract) = sample.Prove();

        Assert.Equal(kept, sample.Kept.Sum(range => range.Count));
        Assert.InRange(proof.ToJson().Length, 1, most);
        Assert.Null(Verify(proof.ToJson(), sample.Commitment.Root, extract));
    }

    private static byte[] Edited(Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(Sample.Prove().Proof.ToJson())!;
        edit(json);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private static List<string> SeedsOver(int block)
    {
        using var key = ContentKey.Copy(BlockSample.Secret);
        using var salts = BlockSalts.Of(key, Some.Case, Some.Item, BlockKind.Rows);
        for (var i = 0; i <= block; i++)
            salts.Next();
        List<string> over = [];
        for (var height = 0; height <= BlockSalts.Height; height++)
            over.Add(Convert.ToHexString(salts.Over(height)));
        return over;
    }

    private static ProofFailure? Verify(byte[] json, byte[] root, byte[] extract)
    {
        try
        {
            // A stream in memory is read at once.
            BlockProof.Parse(json).VerifyAsync(root, new MemoryStream(extract), CancellationToken.None).GetAwaiter().GetResult();
            return null;
        }
        catch (ProofException exception)
        {
            return exception.Failure;
        }
    }
}
