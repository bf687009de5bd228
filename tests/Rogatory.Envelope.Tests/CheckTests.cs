namespace Rogatory.Envelope.Tests;

public sealed class CheckTests
{
    private const int Stretch = 256;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Stretch)]
    [InlineData(Stretch + 1)]
    [InlineData((2 * Stretch) - 1)]
    [InlineData(2 * Stretch)]
    [InlineData(2000)]
    public async Task A_true_body_gives_its_root_and_keeps_its_progress_after_each_stretch(int length)
    {
        var sample = await SealedSample.MakeSmallAsync(length);
        var kept = await CheckAsync(sample, default, sample.Body);
        Assert.Equal(Math.Max(0, ((length + Stretch - 1) / Stretch) - 1), kept.Count);
    }

    [Fact]
    public async Task A_check_goes_on_from_whatever_was_kept_and_reads_only_the_rest()
    {
        var sample = await SealedSample.MakeSmallAsync(2000);
        var kept = await CheckAsync(sample, default, sample.Body);
        for (var at = 0; at < kept.Count; at++)
        {
            // What was checked already is not read again.
            var body = sample.Body.ToArray();
            body[0] ^= 1;
            Assert.Equal(kept.Count - at - 1, (await CheckAsync(sample, kept[at], body)).Count);
        }
    }

    [Fact]
    public async Task What_was_kept_of_another_body_or_was_changed_counts_as_nothing()
    {
        var sample = await SealedSample.MakeSmallAsync(2000);
        var other = await SealedSample.MakeSmallAsync(1999);
        var ofOther = (await CheckAsync(other, default, other.Body))[2];
        var changed = (await CheckAsync(sample, default, sample.Body))[2];
        changed[20] ^= 1;

        foreach (var progress in new byte[][] { ofOther, changed, [], new byte[40] })
            Assert.Equal(7, (await CheckAsync(sample, progress, sample.Body)).Count);
    }

    [Fact]
    public async Task A_changed_byte_anywhere_is_found()
    {
        var sample = await SealedSample.MakeSmallAsync(600);
        for (var at = 0; at < sample.Body.Length; at++)
        {
            var body = sample.Body.ToArray();
            body[at] ^= 1;
            using var opened = await sample.OpenAsync(new MemorySource(body));
            await Assert.ThrowsAsync<OpenException>(() => opened.CheckAsync(default, (_, _) => Task.CompletedTask, Stretch, CancellationToken.None));
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(600)]
    public async Task A_body_whose_plaintext_is_not_the_one_described_is_refused(int length)
    {
        var plaintext = Some.Bytes(length);
        using var sealer = new ItemSealer(Some.Case, Some.Item, Some.Key(), Some.Header(), Some.SmallLayout);
        using var body = new MemoryStream();
        var content = await sealer.SealAsync(plaintext, body, CancellationToken.None);
        var lie = new ItemDescription("a", "text/plain", length, new byte[32]);
        var envelope = await KeyEnvelopeWriter.WriteAsync(Some.Case, Some.Item, Some.Key(), lie, RsaKeyWrap.Shared, CancellationToken.None);
        using var opened = await OpenedItem.OpenAsync(
            Some.Grant, envelope, new SealedReference(sealer.Header, sealer.Commitment, content.Size), new MemorySource(body.ToArray()),
            RsaKeyWrap.Shared, Some.SmallLayout, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<OpenException>(() => opened.CheckAsync(default, (_, _) => Task.CompletedTask, Stretch, CancellationToken.None));

        Assert.Equal(OpenFailure.Payload, refused.Failure);
    }

    [Fact]
    public async Task What_is_kept_shows_neither_plaintext_nor_its_digest()
    {
        var sample = await SealedSample.MakeSmallAsync(Stretch + 1);
        var once = Assert.Single(await CheckAsync(sample, default, sample.Body));
        var again = Assert.Single(await CheckAsync(sample, default, sample.Body));
        Assert.Equal(once.Length, again.Length);
        Assert.NotEqual(once, again);
    }

    [Fact]
    public async Task An_opened_item_gets_an_envelope_in_other_words_of_the_same_plaintext_only()
    {
        var sample = await SealedSample.MakeSmallAsync(100);
        using var opened = await sample.OpenAsync(new MemorySource(sample.Body));
        var inOtherWords = new ItemDescription("other name.txt", "text/plain", 100, opened.Description.Sha256);

        var envelope = await opened.WrapForVaultAsync(inOtherWords, CancellationToken.None);

        using var again = await sample.OpenAsync(new MemorySource(sample.Body), keyEnvelope: envelope);
        Assert.Equal(inOtherWords, again.Description);
        await Assert.ThrowsAsync<ArgumentException>(() => opened.WrapForVaultAsync(
            new ItemDescription("a", "text/plain", 101, opened.Description.Sha256), CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => opened.WrapForVaultAsync(
            new ItemDescription("a", "text/plain", 100, new byte[32]), CancellationToken.None));
    }

    private static async Task<List<byte[]>> CheckAsync(SealedSample sample, ReadOnlyMemory<byte> progress, byte[] body)
    {
        List<byte[]> kept = [];
        using var opened = await sample.OpenAsync(new MemorySource(body));
        var root = await opened.CheckAsync(progress, (bytes, _) =>
        {
            kept.Add(bytes.ToArray());
            return Task.CompletedTask;
        }, Stretch, CancellationToken.None);
        Assert.Equal(sample.Content.SealedRoot, root);
        return kept;
    }
}
