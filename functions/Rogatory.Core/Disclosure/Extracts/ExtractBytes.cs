using System.Runtime.InteropServices;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The bytes of an item, held as long as its extract is made.</summary>
internal static class ExtractBytes
{
    /// <exception cref="RefusedException">There are more than may be held.</exception>
    public static byte[] Load(Stream content, ExtractLimits limits, CancellationToken cancellationToken)
    {
        long length = content.Length;
        if (length > limits.SourceSize) throw ExtractRefusals.SourceTooLarge(limits.SourceSize);
        byte[] bytes = new byte[length];
        content.Position = 0;
        for (int at = 0; at < bytes.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int read = content.Read(bytes, at, Math.Min(bytes.Length - at, 1 << 20));
            if (read == 0) throw new EndOfStreamException("The item is shorter than it says.");
            at += read;
        }
        return bytes;
    }

    public static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
