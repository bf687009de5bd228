namespace Rogatory.Envelope.Tests;

/// <summary>A stream of bytes in memory, read in parts of given sizes or written to, where a test may step in before each call.</summary>
internal sealed class WatchedStream(byte[] content, params int[] parts) : Stream
{
    private readonly MemoryStream _written = new();
    private int _at;
    private int _part;

    /// <summary>Awaited before each read and write.</summary>
    public Func<CancellationToken, Task> Before { get; init; } = _ => Task.CompletedTask;

    public int BytesRead => Volatile.Read(ref _at);

    public byte[] Written => _written.ToArray();

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Before(cancellationToken);
        var most = parts.Length == 0 ? buffer.Length : parts[_part++ % parts.Length];
        var count = Math.Min(Math.Min(most, buffer.Length), content.Length - _at);
        content.AsMemory(_at, count).CopyTo(buffer);
        Volatile.Write(ref _at, _at + count);
        return count;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Before(cancellationToken);
        _written.Write(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
