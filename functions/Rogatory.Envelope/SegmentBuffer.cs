using System.Buffers;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>A pooled buffer that held plaintext at some time, and is zeroed before it goes back.</summary>
internal sealed class SegmentBuffer(int size) : IDisposable
{
    private byte[]? _bytes = ArrayPool<byte>.Shared.Rent(size);

    public byte[] Bytes => _bytes ?? throw new ObjectDisposedException(nameof(SegmentBuffer));

    public void Dispose()
    {
        if (_bytes is null)
            return;
        CryptographicOperations.ZeroMemory(_bytes);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = null;
    }
}
