namespace Rogatory.Azure.Sealing;

/// <summary>
/// Bytes of a body that one request brings, for several reads. The source, the request and each read under way hold it; its buffer goes
/// back when the last of them lets go.
/// </summary>
internal sealed class ReadWindow(long start, byte[] buffer, int length, BlockBuffers buffers)
{
    private int holders = 1;

    public long Start => start;

    public long End => start + length;

    public Memory<byte> Bytes => buffer.AsMemory(0, length);

    /// <summary>Ends when the bytes are there.</summary>
    public Task Arrival { get; set; } = Task.CompletedTask;

    public bool Holds(long offset) => offset >= Start && offset < End;

    /// <summary>Only while the source holds it too.</summary>
    public void Hold() => Interlocked.Increment(ref holders);

    public void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
            buffers.Return(buffer);
    }
}
