namespace Rogatory.Core.Classification.Reading.Mail;

/// <summary>The body of a part of a message, out of its transfer encoding (RFC 2045, 6). What no such encoding has is passed over, as mail programs do.</summary>
internal sealed class MailBody(MailLines lines, string? encoding) : ForwardStream
{
    private readonly bool _isBase64 = "base64".Equals(encoding, StringComparison.OrdinalIgnoreCase);
    private readonly bool _isQuoted = "quoted-printable".Equals(encoding, StringComparison.OrdinalIgnoreCase);
    private byte[] _ready = [];
    private int _at, _length;
    private int _bits, _bitCount;
    private int _lineEnd;

    public override int Read(Span<byte> buffer)
    {
        while (_at == _length)
        {
            if (!lines.TryNext(out ReadOnlySpan<byte> line)) return 0;
            (_at, _length) = (0, 0);
            if (_ready.Length < line.Length + 2) _ready = new byte[line.Length + 2];
            if (_isBase64) FromBase64(line);
            else FromLine(line);
        }
        int count = Math.Min(buffer.Length, _length - _at);
        _ready.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <summary>Reads to the end of the part.</summary>
    public void Drain()
    {
        while (lines.TryNext(out _))
        {
        }
    }

    /// <summary>The end of a line before a boundary is the boundary's; so each is written with the line after it.</summary>
    private void FromLine(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line;
        int ended = text.EndsWith("\r\n"u8) ? 2 : text.EndsWith("\n"u8) ? 1 : 0;
        text = text[..^ended];
        if (_lineEnd == 2) Add((byte)'\r');
        if (_lineEnd > 0) Add((byte)'\n');
        _lineEnd = ended;
        if (!_isQuoted)
        {
            text.CopyTo(_ready.AsSpan(_length));
            _length += text.Length;
            return;
        }
        if (ended > 0) text = text.TrimEnd(" \t"u8);
        if (ended > 0 && text is [.., (byte)'='])
        {
            text = text[..^1];
            _lineEnd = 0;
        }
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '=' && at + 2 < text.Length && Digit(text[at + 1]) is { } high && Digit(text[at + 2]) is { } low)
            {
                Add((byte)((high * 16) + low));
                at += 2;
            }
            else Add(text[at]);
        }
    }

    private void FromBase64(ReadOnlySpan<byte> line)
    {
        foreach (byte one in line)
        {
            int value = one switch
            {
                >= (byte)'A' and <= (byte)'Z' => one - 'A',
                >= (byte)'a' and <= (byte)'z' => one - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => one - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (one == '=') (_bits, _bitCount) = (0, 0);
            if (value < 0) continue;
            _bits = ((_bits << 6) | value) & 0xFFFF;
            _bitCount += 6;
            if (_bitCount < 8) continue;
            _bitCount -= 8;
            Add((byte)((_bits >> _bitCount) & 0xFF));
        }
    }

    private void Add(byte one) => _ready[_length++] = one;

    private static int? Digit(byte one) => one switch
    {
        >= (byte)'0' and <= (byte)'9' => one - '0',
        >= (byte)'A' and <= (byte)'F' => one - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => one - 'a' + 10,
        _ => null,
    };
}
