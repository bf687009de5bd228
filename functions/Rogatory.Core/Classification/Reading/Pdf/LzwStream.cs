namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>LZWDecode (ISO 32000-1, 7.4.4).</summary>
internal sealed class LzwStream(Stream encoded, int earlyChange) : DecodingStream(encoded)
{
    private const int Clear = 256;
    private const int EndOfData = 257;

    private readonly int[] _prefixes = new int[4096];
    private readonly byte[] _lasts = new byte[4096];
    private readonly byte[] _word = new byte[4097];
    private int _next = EndOfData + 1;
    private int _width = 9;
    private int _previous = -1;
    private int _bits, _bitCount;

    protected override bool Decode()
    {
        int code = Code();
        if (code is < 0 or EndOfData) return false;
        if (code == Clear)
        {
            (_next, _width, _previous) = (EndOfData + 1, 9, -1);
            return true;
        }
        if (code > _next || (code == _next && _previous < 0)) return false;
        // The code that is about to be defined stands for the word before it and that word's own first byte.
        bool isNew = code == _next;
        int length = Spell(isNew ? _previous : code);
        byte first = _word[^length];
        if (_previous >= 0 && _next < _prefixes.Length)
        {
            (_prefixes[_next], _lasts[_next]) = (_previous, first);
            _next++;
        }
        foreach (byte one in _word.AsSpan(_word.Length - length))
            Add(one);
        if (isNew) Add(first);
        _previous = code;
        if (_next + earlyChange >= 1 << _width && _width < 12) _width++;
        return true;
    }

    /// <summary>Puts the code's word at the end of the buffer, and says how long it is.</summary>
    private int Spell(int code)
    {
        int length = 0;
        while (length < _word.Length)
        {
            _word[^++length] = code < Clear ? (byte)code : _lasts[code];
            if (code < Clear) break;
            code = _prefixes[code];
        }
        return length;
    }

    private int Code()
    {
        while (_bitCount < _width)
        {
            int one = Take();
            if (one < 0) return -1;
            _bits = ((_bits << 8) | one) & 0xFFFFFF;
            _bitCount += 8;
        }
        _bitCount -= _width;
        return (_bits >> _bitCount) & ((1 << _width) - 1);
    }
}
