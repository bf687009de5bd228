namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Writes an extract of a text in the text's own encoding, and remembers what it copied.</summary>
internal sealed class ExtractWriter : IDisposable
{
    private const int Piece = 64 * 1024;

    private readonly SourceText _source;
    private readonly long _most;
    private readonly MemoryStream _bytes = new();
    private readonly List<RenderedExtract.Copy> _copies = [];
    private byte[] _buffer = new byte[Piece * 4];

    // How far the original was measured: so many characters are so many bytes.
    private int _measuredText;
    private long _measuredBytes;

    public ExtractWriter(SourceText source, ExtractLimits limits)
    {
        _source = source;
        _most = limits.ExtractSize;
        _measuredBytes = source.Preamble;
        _bytes.Write(source.Bytes.Span[..source.Preamble]);
        Remember(0, 0, source.Preamble);
    }

    /// <summary>A stretch of the text as it is; later ones stand later in the text.</summary>
    public void Copy(int start, int end)
    {
        if (start == end) return;
        long from = Measure(start), length = Measure(end) - from;
        Remember(from, _bytes.Length, length);
        if (_bytes.Length + length > _most) throw ExtractRefusals.TooLarge("The extract", _most);
        _bytes.Write(_source.Bytes.Span.Slice((int)from, (int)length));
    }

    public void Write(ReadOnlySpan<char> text)
    {
        int size = _source.Encoding.GetMaxByteCount(text.Length);
        if (_buffer.Length < size) _buffer = new byte[size];
        int length = _source.Encoding.GetBytes(text, _buffer);
        if (_bytes.Length + length > _most) throw ExtractRefusals.TooLarge("The extract", _most);
        _bytes.Write(_buffer.AsSpan(0, length));
    }

    /// <summary>A stretch of the text with the marks that fall into it.</summary>
    public void Copy(int start, int end, IReadOnlyList<ExtractEdit> edits, ref int next)
    {
        while (next < edits.Count && edits[next].End <= start) next++;
        for (; next < edits.Count && edits[next].Start < end; next++)
        {
            Copy(start, edits[next].Start);
            Write(edits[next].Mark);
            start = edits[next].End;
        }
        Copy(start, end);
    }

    public RenderedExtract Finish() => new(_bytes.GetBuffer().AsMemory(0, (int)_bytes.Length), _copies);

    public void Dispose() => _bytes.Dispose();

    private long Measure(int at)
    {
        if (at > _measuredText)
        {
            _measuredBytes += _source.Encoding.GetByteCount(_source.Text.AsSpan(_measuredText, at - _measuredText));
            _measuredText = at;
        }
        return at == _measuredText ? _measuredBytes : throw new InvalidOperationException("What is copied stands before what was copied already.");
    }

    private void Remember(long from, long to, long length)
    {
        if (length == 0) return;
        if (_copies.Count > 0 && _copies[^1] is { } last && last.From + last.Length == from && last.To + last.Length == to)
            _copies[^1] = last with { Length = last.Length + length };
        else _copies.Add(new RenderedExtract.Copy(from, to, length));
    }
}
