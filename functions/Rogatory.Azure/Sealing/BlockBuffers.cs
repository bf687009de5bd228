using System.Collections.Concurrent;
using Rogatory.Core.Sealing;

namespace Rogatory.Azure.Sealing;

/// <summary>
/// Buffers of the usual block size, kept for the next upload or download. The runtime's shared pool would keep one for each thread that
/// gives one back. They hold sealed bytes only, so they are not cleared.
/// </summary>
internal sealed class BlockBuffers
{
    public const int BlockSize = BodyBlocks.UsualSize;

    private const int MostKept = 3;

    private readonly ConcurrentBag<byte[]> kept = [];

    public byte[] Rent(int size) =>
        size == BlockSize && kept.TryTake(out var buffer) ? buffer : GC.AllocateUninitializedArray<byte>(size);

    public void Return(byte[] buffer)
    {
        if (buffer.Length == BlockSize && kept.Count < MostKept)
            kept.Add(buffer);
    }
}
