namespace Rogatory.Api.Access;

/// <summary>The body of a long call. Whoever sends it is asked about again before its last bytes are handed on: what a caller sends who was suspended meanwhile is never whole, and so never sealed.</summary>
internal sealed class ReadmittedBody(Stream body, long size, Func<CancellationToken, Task> readmit) : Stream
{
    private long _read;
    private bool _isReadmitted;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read = await body.ReadAsync(buffer, cancellationToken);
        _read += read;
        if (!_isReadmitted && (read == 0 || _read >= size))
        {
            await readmit(cancellationToken);
            _isReadmitted = true;
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The body of a call is read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
