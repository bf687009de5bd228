namespace Rogatory.Envelope;

/// <summary>
/// Where plaintext lies in a sealed body whose pieces have <paramref name="SegmentSize"/> bytes. Piece i is the header (i = 0 only), then
/// segment i with its tag. The format has one segment size; others exist so that tests can cross many boundaries cheaply.
/// </summary>
internal readonly record struct SegmentLayout(int SegmentSize)
{
    /// <summary>The writer of the public format refuses the counter value 2^32 - 1, so a body has at most that many segments.</summary>
    private const long MaximumPieces = uint.MaxValue;

    public static SegmentLayout Standard { get; } = new(SealedBody.SegmentSize);

    private long FirstCapacity => PlaintextCapacity(0);

    private long LaterCapacity => PlaintextCapacity(1);

    /// <summary>Where the segment begins in its piece.</summary>
    public static int SegmentOffset(long piece) => piece == 0 ? SealedBody.HeaderSize : 0;

    /// <summary>How much plaintext a full piece holds.</summary>
    public int PlaintextCapacity(long piece) => SegmentSize - SegmentOffset(piece) - SealedBody.TagSize;

    /// <summary>How many pieces a body of this length has, the last perhaps shorter.</summary>
    public long PieceCount(long sealedLength) => (sealedLength + SegmentSize - 1) / SegmentSize;

    /// <summary>The piece that holds the plaintext byte at <paramref name="plaintextOffset"/>.</summary>
    public long PieceAt(long plaintextOffset) =>
        plaintextOffset < FirstCapacity ? 0 : 1 + ((plaintextOffset - FirstCapacity) / LaterCapacity);

    /// <summary>The plaintext offset at which a piece begins.</summary>
    public long PlaintextOffset(long piece) => piece == 0 ? 0 : FirstCapacity + ((piece - 1) * LaterCapacity);

    public static bool CanHold(long piece) => piece < MaximumPieces;

    public long SealedLength(long plaintextLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(plaintextLength);
        var pieces = plaintextLength == 0 ? 1 : PieceAt(plaintextLength - 1) + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pieces, MaximumPieces, nameof(plaintextLength));
        return plaintextLength + SealedBody.HeaderSize + (pieces * SealedBody.TagSize);
    }

    public long PlaintextLength(long sealedLength) => TryPlaintextLength(sealedLength, out var plaintextLength)
        ? plaintextLength
        : throw new ArgumentOutOfRangeException(nameof(sealedLength), sealedLength, "No plaintext has a sealed body of this length.");

    /// <summary>False where no plaintext has a sealed body of that length.</summary>
    public bool TryPlaintextLength(long sealedLength, out long plaintextLength)
    {
        plaintextLength = 0;
        if (sealedLength < SealedBody.HeaderSize + SealedBody.TagSize || sealedLength > MaximumPieces * SegmentSize)
            return false;
        var pieces = PieceCount(sealedLength);
        plaintextLength = sealedLength - SealedBody.HeaderSize - (pieces * SealedBody.TagSize);
        return plaintextLength >= 0 && SealedLength(plaintextLength) == sealedLength;
    }
}
