using System.Text;

namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>A stream's characters, in stretches of bounded length.</summary>
internal sealed class DecodedText
{
    private const int Largest = 32 * 1024;

    private readonly Stream _stream;
    private readonly ByteFallback _fallback;
    private readonly Decoder _decoder;
    private readonly byte[] _bytes;
    private readonly char[] _characters;
    private int _at;
    private int _length;
    private bool _ended;
    private bool _flushed;
    private bool _strange;

    /// <summary>Reads from where the stream stands, past any byte order mark. How long it is may be known, if it is short.</summary>
    public DecodedText(Stream stream, Encoding encoding, int length = Largest)
    {
        int size = Math.Clamp(length, 64, Largest);
        (_bytes, _characters) = (new byte[size], new char[size + 16]);
        _stream = stream;
        _fallback = new ByteFallback(encoding.CodePage == Encoding.UTF8.CodePage);
        var own = (Encoding)encoding.Clone();
        own.DecoderFallback = _fallback;
        _decoder = own.GetDecoder();
    }

    /// <summary>Whether there was anything that no text of this encoding has.</summary>
    public bool HasFaults => _fallback.WasUsed || _strange;

    /// <summary>The next stretch, valid until the next call; empty at the end.</summary>
    public ReadOnlySpan<char> Next()
    {
        while (!_flushed)
        {
            if (_at == _length && !_ended)
            {
                _at = 0;
                _length = _stream.Read(_bytes);
                _ended = _length == 0;
            }
            _decoder.Convert(_bytes.AsSpan(_at, _length - _at), _characters, _ended, out int used, out int made, out bool completed);
            _at += used;
            _flushed = _ended && completed;
            if (made == 0) continue;
            ReadOnlySpan<char> next = _characters.AsSpan(0, made);
            _strange |= next.ContainsAnyInRange('\x7f', '\x9f') || next.Contains('\0');
            return next;
        }
        return default;
    }
}
