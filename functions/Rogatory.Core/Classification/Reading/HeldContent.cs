namespace Rogatory.Core.Classification.Reading;

/// <summary>The whole of a part, held in memory within what the limits allow, because its format can't be read in passing.</summary>
internal sealed class HeldContent : IDisposable
{
    private readonly ReadingSession _session;
    private byte[] _bytes = [];

    private HeldContent(ReadingSession session) => _session = session;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, Length);

    /// <summary>Reads to the end of the stream.</summary>
    /// <exception cref="UnreadableException">There is more than may be held.</exception>
    public static HeldContent Load(ReadingSession session, string part, Stream stream, long expected = 0)
    {
        var held = new HeldContent(session);
        try
        {
            held.Grow(Math.Max(expected, 4096), part);
            for (; ; )
            {
                int count = stream.Read(held._bytes.AsSpan(held.Length));
                if (count == 0) return held;
                held.Length += count;
                if (held.Length == held._bytes.Length) held.Grow(held.Length * 2L, part);
            }
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The bytes, in an array that may be longer.</summary>
    public byte[] Array => _bytes;

    public Stream AsStream() => new MemoryStream(_bytes, 0, Length, writable: false);

    public void Dispose()
    {
        _session.LetGo(_bytes.Length);
        System.Array.Clear(_bytes);
        _bytes = [];
        Length = 0;
    }

    private void Grow(long size, string part)
    {
        // What is promised may be wrong, and what is there may just fit.
        long allowed = Math.Max(Math.Min(size, _bytes.Length + _session.MayHold), Length + 1L);
        if (!_session.TryHold(allowed - _bytes.Length, part)) throw new UnreadableException(UnreadReason.Limit);
        byte[] larger = new byte[allowed];
        Bytes.Span.CopyTo(larger);
        System.Array.Clear(_bytes);
        _bytes = larger;
    }
}
