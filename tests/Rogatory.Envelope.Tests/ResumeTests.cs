namespace Rogatory.Envelope.Tests;

public sealed class ResumeTests
{
    private static readonly byte[] Plaintext = Some.Bytes(3_000_000);

    [Fact]
    public async Task A_sealer_that_goes_on_makes_the_same_body_of_the_same_plaintext()
    {
        using var first = new ItemSealer(Some.Case, Some.Item);
        var unfinished = await first.WrapUnfinishedAsync(RsaKeyWrap.Shared, CancellationToken.None);
        using var body = new MemoryStream();
        var content = await first.SealAsync(Plaintext, body, CancellationToken.None);

        using var second = await ItemSealer.ResumeAsync(Some.Case, Some.Item, first.Header, unfinished, RsaKeyWrap.Shared, CancellationToken.None);
        using var again = new MemoryStream();
        var same = await second.SealAsync(Plaintext, again, CancellationToken.None);

        Assert.Equal(first.Commitment, second.Commitment);
        Assert.Equal(content.SealedRoot, same.SealedRoot);
        Assert.True(body.ToArray().AsSpan().SequenceEqual(again.ToArray()));
    }

    [Fact]
    public async Task What_is_for_another_item_or_another_key_or_is_an_items_own_envelope_is_refused()
    {
        using var sealer = new ItemSealer(Some.Case, Some.Item);
        var unfinished = await sealer.WrapUnfinishedAsync(RsaKeyWrap.Shared, CancellationToken.None);
        await sealer.SealAsync(Plaintext, Stream.Null, CancellationToken.None);
        var own = await sealer.WrapKeyAsync(Some.Description(Plaintext), RsaKeyWrap.Shared, CancellationToken.None);
        using var rsa = System.Security.Cryptography.RSA.Create(2048);

        await RefusedAsync(Some.Case, "other", sealer.Header, unfinished, RsaKeyWrap.Shared);
        await RefusedAsync("7K3Q-F2M9-X4TE", Some.Item, sealer.Header, unfinished, RsaKeyWrap.Shared);
        await RefusedAsync(Some.Case, Some.Item, new byte[40], unfinished, RsaKeyWrap.Shared);
        await RefusedAsync(Some.Case, Some.Item, sealer.Header, own, RsaKeyWrap.Shared);
        await RefusedAsync(Some.Case, Some.Item, sealer.Header, unfinished, new RsaKeyWrap(rsa));
    }

    private static async Task RefusedAsync(string @case, string item, ReadOnlyMemory<byte> header, byte[] unfinished, IKeyWrap wrap) =>
        Assert.Equal(OpenFailure.Key, (await Assert.ThrowsAsync<OpenException>(
            () => ItemSealer.ResumeAsync(@case, item, header, unfinished, wrap, CancellationToken.None))).Failure);
}
