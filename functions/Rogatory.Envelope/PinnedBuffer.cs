using System.Buffers;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>A buffer for text that holds a key: neither it nor the collector moves it, and it is zeroed when disposed of.</summary>
internal sealed class PinnedBuffer(int capacity) : IBufferWriter<byte>, IDisposable
{
    private readonly byte[] _bytes = GC.AllocateArray<byte>(capacity, pinned: true);
    private int _count;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => sizeHint <= _bytes.Length - _count
        ? _bytes.AsMemory(_count)
        : throw new InvalidOperationException("The buffer is too small.");

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
