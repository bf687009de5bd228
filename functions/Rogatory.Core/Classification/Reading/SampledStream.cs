namespace Rogatory.Core.Classification.Reading;

/// <summary>A stream of which the first bytes were read already, from the beginning.</summary>
internal sealed class SampledStream(ReadOnlyMemory<byte> sample, Stream rest) : ForwardStream
{
    private int _at;
    private long _left = long.MaxValue;

    public ReadOnlyMemory<byte> Sample => sample;

    /// <summary>The stream below, if it can be read from anywhere in any order.</summary>
    public Stream? Seekable => rest.CanSeek ? rest : null;

    /// <summary>Ends the stream after so many bytes more.</summary>
    public void EndAfter(long bytes) => _left = bytes;

    public override int Read(Span<byte> buffer)
    {
        int read = ReadNext(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }

    public void Skip(int count)
    {
        Span<byte> skipped = stackalloc byte[Math.Min(count, 16)];
        while (count > 0)
        {
            int read = Read(skipped[..Math.Min(count, skipped.Length)]);
            if (read == 0) return;
            count -= read;
        }
    }

    private int ReadNext(Span<byte> buffer)
    {
        if (_at == sample.Length) return rest.Read(buffer);
        int count = Math.Min(buffer.Length, sample.Length - _at);
        sample.Span.Slice(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
