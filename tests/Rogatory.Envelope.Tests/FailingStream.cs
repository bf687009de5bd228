namespace Rogatory.Envelope.Tests;

/// <summary>Gives or takes some bytes, then fails.</summary>
internal sealed class FailingStream(int bytes) : Stream
{
    private int _left = bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Math.Min(count, _left);
        _left -= read;
        return read > 0 || count == 0 ? read : throw new IOException("The stream failed.");
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _left -= count;
        if (_left < 0)
            throw new IOException("The stream failed.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
