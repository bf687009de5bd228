namespace Rogatory.Envelope;

/// <summary>One piece on its way through <see cref="BodyOpener"/>, as stored and then decrypted in place.</summary>
internal sealed class OpeningLane(SegmentCipher cipher, int bufferSize) : IDisposable
{
    private readonly SegmentBuffer _buffer = new(bufferSize);

    public SegmentCipher Cipher => cipher;

    public long Index { get; set; }

    /// <summary>The size of the piece as stored.</summary>
    public int Size { get; set; }

    /// <summary>Why it does not open. It is told in order, so that all that precedes it is written first.</summary>
    public OpenException? Failure { get; set; }

    public Memory<byte> Piece => _buffer.Bytes.AsMemory(0, Size);

    public Memory<byte> Segment => Piece[SegmentLayout.SegmentOffset(Index)..];

    public ReadOnlyMemory<byte> Plaintext => Segment[..^SealedBody.TagSize];

    public void Dispose()
    {
        cipher.Dispose();
        _buffer.Dispose();
    }
}
