using System.Net;

namespace Rogatory.LocalHost.Gate;

/// <summary>
/// What is copied, on its way from Azurite back to Azurite. The last piece goes out only once the declared digest is known to be
/// right; where it is wrong, the block never becomes whole.
/// </summary>
internal sealed class SourceBody(Stream source, long length, SourceChecksum checksum) : HttpContent
{
    private const int PieceSize = 256 * 1024;

    public bool IsMismatch { get; private set; }

    public (string Header, string Value) Digest { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var piece = new byte[PieceSize];
        if (length == 0) Check();
        for (var left = length; left > 0;)
        {
            var size = (int)Math.Min(left, piece.Length);
            await source.ReadExactlyAsync(piece.AsMemory(0, size), cancellationToken);
            checksum.Append(piece.AsSpan(0, size));
            left -= size;
            if (left == 0) Check();
            await stream.WriteAsync(piece.AsMemory(0, size), cancellationToken);
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }

    private void Check()
    {
        IsMismatch = !checksum.Finish(out var digest);
        Digest = digest;
        if (IsMismatch) throw new IOException("The source is not what the caller declared.");
    }
}
