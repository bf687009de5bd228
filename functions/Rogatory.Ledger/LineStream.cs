namespace Rogatory.Ledger;

/// <summary>Splits a stream at line feeds, holding one line at a time.</summary>
internal sealed class LineStream(Stream stream)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Gives the next line without its line feed, valid until the next call; false at the end.</summary>
    /// <exception cref="LedgerFormatException">The line is too long, or the stream ends in the middle of it.</exception>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var scanned = _start;
        while (true)
        {
            var feed = _buffer.AsSpan(scanned, _end - scanned).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                line = _buffer.AsMemory(_start, scanned + feed - _start);
                _start = scanned + feed + 1;
                return true;
            }
            if (_end - _start > LedgerLine.MaximumLength)
                throw new LedgerFormatException(LedgerFault.TooLong, "The line is longer than 1 MiB.");

            MakeRoom();
            scanned = _end;
            var count = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            if (count == 0)
            {
                line = default;
                return _start == _end ? false : throw new LedgerFormatException(LedgerFault.NotEnded, "The last line has no line feed.");
            }
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
