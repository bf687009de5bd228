namespace Rogatory.Envelope;

/// <summary>What an <see cref="ItemSealer"/> read and wrote.</summary>
/// <param name="PlaintextSize">Bytes of plaintext read.</param>
/// <param name="PlaintextSha256">Their SHA-256, 32 bytes; sensitive, see <see cref="ItemDescription"/>.</param>
/// <param name="Size">Bytes of sealed body written.</param>
/// <param name="SealedRoot">The <see cref="Envelope.SealedRoot"/> of the body, 32 bytes.</param>
public sealed record SealedContent(long PlaintextSize, byte[] PlaintextSha256, long Size, byte[] SealedRoot)
{
    /// <summary>The size of the sealed body alone.</summary>
    public override string ToString() => $"{nameof(SealedContent)} {{ {nameof(Size)} = {Size} }}";
}
