using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>One segment on its way through <see cref="BodySealer"/>.</summary>
internal sealed class SealingLane(SegmentCipher cipher, int segmentSize) : IDisposable
{
    private readonly SegmentBuffer _buffer = new(segmentSize);

    public SegmentCipher Cipher => cipher;

    public IncrementalHash LeafDigest { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public byte[] Leaf { get; } = new byte[SHA256.HashSizeInBytes];

    public long Index { get; set; }

    public bool Last { get; set; }

    /// <summary>In this lane's buffer, where it will be encrypted in place, or in the caller's memory.</summary>
    public ReadOnlyMemory<byte> Plaintext { get; set; }

    /// <summary>The buffer from where the segment's content begins.</summary>
    public Memory<byte> Room => _buffer.Bytes.AsMemory(SegmentLayout.SegmentOffset(Index));

    public Span<byte> Segment => Room.Span[..(Plaintext.Length + SealedBody.TagSize)];

    /// <summary>The piece as stored: the segment, with the header before it in the first.</summary>
    public Memory<byte> Piece => _buffer.Bytes.AsMemory(0, SegmentLayout.SegmentOffset(Index) + Plaintext.Length + SealedBody.TagSize);

    public void Dispose()
    {
        cipher.Dispose();
        LeafDigest.Dispose();
        _buffer.Dispose();
    }
}
