namespace Rogatory.Envelope;

/// <summary>
/// Sizes of a sealed body: the public Tink streaming AEAD wire format <c>AES256_GCM_HKDF_1MB</c> (FORMAT.md, section 1).
/// All sizes are bytes.
/// </summary>
public static class SealedBody
{
    /// <summary>What a body is cut into as stored: every piece but the last has this size, and the first begins with the header.</summary>
    public const int SegmentSize = 1 << 20;

    /// <summary>The size of the header: one byte 0x28, salt 32, nonce prefix 7.</summary>
    public const int HeaderSize = 40;

    /// <summary>The size of the AES-GCM tag that ends every segment.</summary>
    public const int TagSize = 16;

    /// <summary>The size of the sealed body of a plaintext of <paramref name="plaintextLength"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative, or needs more segments than the format can number.</exception>
    public static long SealedLength(long plaintextLength) => SegmentLayout.Standard.SealedLength(plaintextLength);

    /// <summary>The size of the plaintext in a sealed body of <paramref name="sealedLength"/> bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No plaintext has a sealed body of that length.</exception>
    public static long PlaintextLength(long sealedLength) => SegmentLayout.Standard.PlaintextLength(sealedLength);
}
