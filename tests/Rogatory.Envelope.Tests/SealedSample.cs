namespace Rogatory.Envelope.Tests;

/// <summary>A plaintext with its sealed body and key envelope, and the two ways to open it.</summary>
internal sealed record SealedSample(SegmentLayout Layout, byte[] Plaintext, byte[] Body, byte[] KeyEnvelope, SealedReference Recorded, SealedContent Content)
{
    public static async Task<SealedSample> MakeAsync(int length, SegmentLayout layout)
    {
        var plaintext = Some.Bytes(length, "plaintext");
        using var sealer = new ItemSealer(Some.Case, Some.Item, Some.Key(), Some.Header(), layout);
        using var body = new MemoryStream();
        var content = await sealer.SealAsync(new MemoryStream(plaintext), body, CancellationToken.None);
        var envelope = await sealer.WrapKeyAsync(Some.Description(plaintext), RsaKeyWrap.Shared, CancellationToken.None);
        return new SealedSample(
            layout, plaintext, body.ToArray(), envelope, new SealedReference(sealer.Header, sealer.Commitment, content.Size), content);
    }

    public static Task<SealedSample> MakeSmallAsync(int length) => MakeAsync(length, Some.SmallLayout);

    public Task<OpenedItem> OpenAsync(ISealedSource body, ContentGrant? grant = null, byte[]? keyEnvelope = null, SealedReference? recorded = null) =>
        OpenedItem.OpenAsync(
            grant ?? Some.Grant, keyEnvelope ?? KeyEnvelope, recorded ?? Recorded, body, RsaKeyWrap.Shared, Layout, CancellationToken.None);

    /// <summary>Opens a stored body against what was recorded; null where it opens. What was written is always a true beginning.</summary>
    public async Task<OpenFailure?> OpenRecordedAsync(byte[] body)
    {
        using var written = new MemoryStream();
        return await TryAsync(written, async () =>
        {
            using var opened = await OpenAsync(new MemorySource(body));
            await opened.CopyToAsync(written, CancellationToken.None);
        });
    }

    /// <summary>Opens a stored body by the format alone, knowing nothing but the key and the associated data.</summary>
    public async Task<OpenFailure?> OpenUnrecordedAsync(byte[] body, byte[]? associatedData = null)
    {
        using var written = new MemoryStream();
        return await TryAsync(written, () => FormatOpener.OpenAsync(
            Some.Key(), associatedData ?? AssociatedData.Bytes(Some.Case, Some.Item), Layout, body, written));
    }

    private async Task<OpenFailure?> TryAsync(MemoryStream written, Func<Task> open)
    {
        try
        {
            await open();
            Assert.Equal(Plaintext, written.ToArray());
            return null;
        }
        catch (OpenException exception)
        {
            Assert.Equal(Plaintext[..(int)written.Length], written.ToArray());
            return exception.Failure;
        }
    }
}
