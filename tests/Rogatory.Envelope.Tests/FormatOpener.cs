namespace Rogatory.Envelope.Tests;

/// <summary>Opens a body by format 4.1 alone, as a reader does that has neither ledger nor key envelope.</summary>
internal static class FormatOpener
{
    public static async Task OpenAsync(ContentKey key, byte[] associatedData, SegmentLayout layout, byte[] body, Stream destination)
    {
        if (body.Length > 0 && body[0] != SealedHeader.Marker)
            throw new OpenException(OpenFailure.Header);
        if (body.Length < SealedBody.HeaderSize + SealedBody.TagSize)
            throw new OpenException(OpenFailure.Truncated);
        var bodyKey = new BodyKey(key, body.AsMemory(0, SealedBody.HeaderSize), associatedData, layout);
        using var opener = new BodyOpener(bodyKey, new MemorySource(body), destination, PlaintextRange.All, expectedSha256: null);
        await opener.RunAsync(CancellationToken.None);
    }
}
