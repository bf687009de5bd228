namespace Rogatory.Envelope.Tests;

/// <summary>The secret of block trees: in the vault's envelopes, and in no other.</summary>
public sealed class BlockSecretTests
{
    [Fact]
    public async Task The_vaults_envelope_gives_trees_and_proofs_of_the_item()
    {
        var sample = await SealedSample.MakeSmallAsync(1_000);
        using var opened = await sample.OpenAsync(new MemorySource(sample.Body), keyEnvelope: await ForVaultAsync(sample));
        Assert.True(opened.HasBlockSecret);

        using var tree = opened.BeginTree(BlockKind.Lines);
        await opened.CopyToAsync(tree, CancellationToken.None);
        var commitment = tree.Finish();
        using var extract = new MemoryStream();
        using var prover = opened.BeginProof(commitment, [new BlockRange(1, 2)], extract);
        await opened.CopyToAsync(prover, CancellationToken.None);
        var proof = prover.Finish();

        extract.Position = 0;
        await BlockProof.Parse(proof.ToJson()).VerifyAsync(commitment.Root, extract, CancellationToken.None);
        Assert.Equal(ListedBlocks.Of(BlockKind.Lines, sample.Plaintext).Skip(1).Take(2).SelectMany(block => block), extract.ToArray());
        Assert.Equal((Some.Case, Some.Item, BlockKind.Lines, commitment.Count), (proof.Case, proof.Item, proof.Kind, proof.Count));
    }

    [Fact]
    public async Task Each_envelope_of_the_vault_has_a_secret_of_its_own()
    {
        var sample = await SealedSample.MakeSmallAsync(1_000);
        var (one, other) = (await ForVaultAsync(sample), await ForVaultAsync(sample));

        Assert.Equal(await RootAsync(sample, one), await RootAsync(sample, one));
        Assert.NotEqual(await RootAsync(sample, one), await RootAsync(sample, other));
    }

    [Fact]
    public async Task A_partners_envelope_never_has_it()
    {
        var sample = await SealedSample.MakeSmallAsync(1_000);
        var grant = new DisclosureGrant(Some.Case, [Some.Item], "fr-pnf", [], DateTimeOffset.MaxValue);

        var envelope = await KeyEnvelope.WrapForPartnerAsync(
            grant, "fr-pnf", Some.Item, await ForVaultAsync(sample), sample.Recorded, RsaKeyWrap.Shared, RsaKeyWrap.Shared, DateTimeOffset.MinValue, CancellationToken.None);

        using var opened = await sample.OpenAsync(new MemorySource(sample.Body), keyEnvelope: envelope);
        Assert.False(opened.HasBlockSecret);
        Assert.Throws<InvalidOperationException>(() => opened.BeginTree(BlockKind.Lines));
        Assert.Throws<InvalidOperationException>(() => opened.BeginProof(new BlockCommitment(BlockKind.Lines, 1, new byte[32]), [new BlockRange(0, 1)], Stream.Null));
    }

    [Fact]
    public async Task One_that_a_partner_made_or_got_is_refused_with_it()
    {
        var sample = await SealedSample.MakeAsync(1_000, SegmentLayout.Standard);

        using var opened = await ReceiveAsync(sample, sample.KeyEnvelope);
        Assert.False(opened.HasBlockSecret);
        var envelope = await ForVaultAsync(sample);
        var refused = await Assert.ThrowsAsync<OpenException>(() => ReceiveAsync(sample, envelope));
        Assert.Equal(OpenFailure.Key, refused.Failure);
    }

    [Fact]
    public async Task An_item_that_a_partner_sealed_gets_it_with_the_vaults_envelope()
    {
        var sample = await SealedSample.MakeSmallAsync(100);
        using var received = await sample.OpenAsync(new MemorySource(sample.Body));

        var envelope = await received.WrapForVaultAsync(received.Description, CancellationToken.None);

        using var opened = await sample.OpenAsync(new MemorySource(sample.Body), keyEnvelope: envelope);
        Assert.True(opened.HasBlockSecret);
    }

    private static Task<OpenedItem> ReceiveAsync(SealedSample sample, byte[] envelope) => OpenedItem.OpenReceivedAsync(
        Some.Grant, envelope, sample.Recorded, new MemorySource(sample.Body), RsaKeyWrap.Shared, CancellationToken.None);

    private static async Task<byte[]> ForVaultAsync(SealedSample sample) => await KeyEnvelopeWriter.WriteForVaultAsync(
        Some.Case, Some.Item, Some.Key(), Some.Description(sample.Plaintext), RsaKeyWrap.Shared, CancellationToken.None);

    private static async Task<byte[]> RootAsync(SealedSample sample, byte[] envelope)
    {
        using var opened = await sample.OpenAsync(new MemorySource(sample.Body), keyEnvelope: envelope);
        using var tree = opened.BeginTree(BlockKind.Rows);
        await opened.CopyToAsync(tree, CancellationToken.None);
        return tree.Finish().Root;
    }
}
