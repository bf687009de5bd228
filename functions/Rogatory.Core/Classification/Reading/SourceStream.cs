namespace Rogatory.Core.Classification.Reading;

/// <summary>A view of the item's plaintext, or of a stretch of it; what the plaintext's own stream throws is the caller's to see.</summary>
internal sealed class SourceStream : Stream
{
    private readonly Stream _source;
    private readonly ReadingSession _session;
    private readonly long _start;
    private readonly long _length;
    private long _at;

    public SourceStream(Stream source, ReadingSession session)
    {
        _source = source;
        _session = session;
        _length = Ask(() => source.Length);
    }

    /// <summary>The stretch, as far as it is within the stream.</summary>
    public SourceStream(Stream source, ReadingSession session, long start, long length)
        : this(source, session)
    {
        _start = Math.Min(start, _length);
        _length = Math.Min(length, _length - _start);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _at;
        set => _at = Math.Clamp(value, 0, _length);
    }

    public override int Read(Span<byte> buffer)
    {
        _session.CancellationToken.ThrowIfCancellationRequested();
        int count = (int)Math.Min(buffer.Length, _length - _at);
        if (count == 0) return 0;
        try
        {
            _source.Position = _start + _at;
            count = _source.Read(buffer[..count]);
        }
        catch
        {
            _session.IsCallersFailure = true;
            throw;
        }
        _at += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? _at : _length);

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private long Ask(Func<long> question)
    {
        try
        {
            return question();
        }
        catch
        {
            _session.IsCallersFailure = true;
            throw;
        }
    }
}
