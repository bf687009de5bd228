using System.Text;
using System.Text.Json.Nodes;
using Rogatory.Core.Case;
using Rogatory.Core.Disclosure.Extracts;
using Rogatory.Envelope;

namespace Rogatory.Cli.Tests.Disclosure;

/// <summary>The proofs that come with extracts are checked before a receipt is signed.</summary>
public sealed class CollectExtractTests
{
    private const string Extract = "statement.extract-1";
    private static readonly JsonObject Vector = ProofVectors.Named("blocks changed at both ends");

    [Fact]
    public async Task An_extract_whose_proof_holds_says_what_stands_in_it_word_for_word()
    {
        await using var disclosed = await NewAsync((string)Vector["proof"]!);

        var ran = await disclosed.CollectAsync();

        Assert.Equal((int)ExitCode.Holds, ran.Status);
        var extract = ran.Json["extracts"]!.AsArray().Single()!;
        Assert.Equal((Extract, "statement"), ((string?)extract["item"], (string?)extract["of"]));
        Assert.Equal("[[3,2],[17,2]]", extract["proof"]!["kept"]!.ToJsonString());
        Assert.Equal("[[0,1],[5,1]]", extract["proof"]!["changed"]!.ToJsonString());
        Assert.Single(disclosed.Sent);
    }

    [Fact]
    public async Task An_extract_without_a_proof_says_that_nothing_proves_it()
    {
        await using var disclosed = await NewAsync((string)Vector["proof"]!);
        disclosed.ChangeItem(Extract, item => item with { Extract = new ManifestExtract(ItemId.Parse("statement"), null, null) });

        var ran = await disclosed.CollectAsync();

        Assert.Equal((int)ExitCode.Holds, ran.Status);
        Assert.Null(ran.Json["extracts"]!.AsArray().Single()!["proof"]);
    }

    [Theory]
    [InlineData("a changed block too few", "proof-blocks")]
    [InlineData("no salts", "proof-form")]
    [InlineData("blocks changed and one kept changed too", "proof-root")]
    public async Task A_proof_that_does_not_hold_stops_before_the_receipt(string vector, string slug)
    {
        await using var disclosed = await NewAsync((string)ProofVectors.Named(vector)["proof"]!);

        Assert.Equal(slug, await disclosed.SlugAsync(ExitCode.Breaks));
        Assert.Equal(slug, await disclosed.SlugAsync(ExitCode.Breaks));
        Assert.Empty(disclosed.Sent);
    }

    [Fact]
    public async Task A_root_other_than_the_one_proven_stops_before_the_receipt()
    {
        await using var disclosed = await NewAsync((string)Vector["proof"]!);
        disclosed.ChangeItem(Extract, item => item with { Extract = item.Extract! with { Blocks = new BlockCommitment(BlockKind.Rows, 20, new byte[32]) } });

        Assert.Equal("proof-root", await disclosed.SlugAsync(ExitCode.Breaks));
        Assert.Empty(disclosed.Sent);
    }

    [Fact]
    public async Task A_proof_of_another_item_stops_before_the_receipt()
    {
        await using var disclosed = await NewAsync((string)Vector["proof"]!);
        disclosed.ChangeItem(Extract, item => item with { Extract = item.Extract! with { Source = ItemId.Parse("letter") } });

        Assert.Equal("proof-root", await disclosed.SlugAsync(ExitCode.Breaks));
        Assert.Empty(disclosed.Sent);
    }

    [Fact]
    public async Task A_manifest_that_names_a_proof_that_does_not_come_is_refused()
    {
        await using var disclosed = await NewAsync((string)Vector["proof"]!);
        disclosed.ChangeItem(Extract, item => item with { Extract = item.Extract! with { Proof = ItemId.Parse("statement.extract-2-proof") } });

        Assert.Equal("manifest-payload", await disclosed.SlugAsync(ExitCode.Breaks));
    }

    private static async Task<Disclosed> NewAsync(string proof)
    {
        var disclosed = await Disclosed.NewAsync(
            (Extract, "statement-extract-1.csv", Convert.FromHexString((string)Vector["extract"]!)),
            ($"{Extract}-proof", "statement-extract-1.proof.json", Encoding.UTF8.GetBytes(proof)));
        var blocks = new BlockCommitment(BlockKind.Rows, 20, Convert.FromHexString((string)Vector["root"]!));
        disclosed.ChangeItem(Extract, item => item with { Extract = new ManifestExtract(ItemId.Parse("statement"), ItemId.Parse($"{Extract}-proof"), blocks) });
        return disclosed;
    }
}
