namespace Rogatory.Azure.Sealing;

/// <summary>Bytes of a body that one request brings, for several reads. Its buffer goes back when nobody needs it any more.</summary>
/// <remarks>Counted by <see cref="BlobSealedSource"/> under its lock: the source itself, the request, and each read under way hold it.</remarks>
internal sealed class ReadWindow(long start, byte[] buffer, int length, BlockBuffers buffers)
{
    private int holders = 1;

    public long Start => start;

    public long End => start + length;

    public Memory<byte> Bytes => buffer.AsMemory(0, length);

    /// <summary>Ends when the bytes are there.</summary>
    public Task Arrival { get; set; } = Task.CompletedTask;

    public bool Holds(long offset) => offset >= Start && offset < End;

    public void Hold() => Interlocked.Increment(ref holders);

    public void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
            buffers.Return(buffer);
    }
}
