namespace Rogatory.Core.Tests.Classification.Reading;

/// <summary>A beginning, and then the same over and over, for as long as it takes; nothing of it is in memory.</summary>
internal sealed class EndlessStream(byte[] beginning, byte[] repeated, long length) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        count = (int)Math.Min(count, length - Position);
        for (int index = 0; index < count;)
        {
            bool isBeginning = Position < beginning.Length;
            byte[] source = isBeginning ? beginning : repeated;
            int at = (int)(isBeginning ? Position : (Position - beginning.Length) % repeated.Length);
            int piece = Math.Min(count - index, source.Length - at);
            Buffer.BlockCopy(source, at, buffer, offset + index, piece);
            index += piece;
            Position += piece;
        }
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
