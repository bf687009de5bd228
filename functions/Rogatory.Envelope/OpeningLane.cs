namespace Rogatory.Envelope;

/// <summary>Some consecutive pieces on their way through <see cref="BodyOpener"/>, as stored and then decrypted in place.</summary>
internal sealed class OpeningLane(SegmentCipher cipher, int bufferSize) : IDisposable
{
    private readonly SegmentBuffer _buffer = new(bufferSize);

    public SegmentCipher Cipher => cipher;

    public long FirstPiece { get; set; }

    public long EndPiece { get; set; }

    /// <summary>The size of the pieces together, as stored.</summary>
    public int Size { get; set; }

    /// <summary>Why they do not open. It is told in order, so that all that precedes them is written first.</summary>
    public OpenException? Failure { get; set; }

    public Memory<byte> Pieces => _buffer.Bytes.AsMemory(0, Size);

    public void Dispose()
    {
        cipher.Dispose();
        _buffer.Dispose();
    }
}
