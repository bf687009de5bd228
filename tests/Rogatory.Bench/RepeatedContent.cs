using System.Net;

namespace Rogatory.Bench;

/// <summary>A body of any size from one buffer, for senders of both kinds.</summary>
internal sealed class RepeatedContent(byte[] piece, long size) : HttpContent
{
    public static Stream Open(byte[] piece, long size) => new Repeated(piece, size);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (long sent = 0; sent < size; sent += piece.Length)
            await stream.WriteAsync(piece);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return true;
    }

    private sealed class Repeated(byte[] piece, long size) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => size;

        public override long Position
        {
            get => _at;
            set => _at = value;
        }

        public override int Read(Span<byte> buffer)
        {
            int from = (int)(_at % piece.Length);
            int count = (int)Math.Min(Math.Min(buffer.Length, piece.Length - from), size - _at);
            piece.AsSpan(from, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

        public override long Seek(long offset, SeekOrigin origin) => _at = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _at + offset,
            _ => size + offset,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
