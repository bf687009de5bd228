namespace Rogatory.Envelope;

/// <summary>What it takes to encrypt or decrypt the segments of one body. Borrows the main key.</summary>
/// <param name="key">The main key.</param>
/// <param name="header">The 40 bytes, whose salt and nonce prefix are used.</param>
/// <param name="associatedData">See <see cref="AssociatedData"/>.</param>
/// <param name="layout">The standard one, but for tests.</param>
internal sealed class BodyKey(ContentKey key, ReadOnlyMemory<byte> header, byte[] associatedData, SegmentLayout layout)
{
    public ReadOnlyMemory<byte> Header => header;

    public SegmentLayout Layout => layout;

    /// <summary>A cipher for one thread at a time.</summary>
    public SegmentCipher CreateCipher() => key.DeriveCipher(header.Span, associatedData);
}
