namespace Rogatory.Envelope.Tests;

/// <summary>A stored body in memory, which notes what is read.</summary>
internal sealed class MemorySource(byte[] body) : ISealedSource
{
    private readonly List<(long Offset, int Count)> _reads = [];

    public long Length => body.Length;

    public IReadOnlyList<(long Offset, int Count)> Reads => _reads;

    public async ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken)
    {
        lock (_reads)
            _reads.Add((offset, destination.Length));
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        if (offset + destination.Length > body.Length)
            throw new EndOfStreamException();
        body.AsMemory((int)offset, destination.Length).CopyTo(destination);
    }
}
