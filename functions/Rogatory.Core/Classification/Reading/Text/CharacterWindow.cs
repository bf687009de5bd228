namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>Looks ahead in a text by a bounded number of characters.</summary>
internal sealed class CharacterWindow(DecodedText text)
{
    /// <summary>The furthest look ahead.</summary>
    public const int Furthest = 64;

    private char[] _characters = [];
    private int _at;
    private int _length;
    private bool _ended;

    /// <summary>The line that the next character stands in, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>What comes next: at least so many characters, unless the text ends before. Valid until the next call.</summary>
    public ReadOnlySpan<char> Peek(int least = 1)
    {
        while (_length - _at < least && !_ended)
        {
            ReadOnlySpan<char> more = text.Next();
            _ended = more.IsEmpty;
            int kept = _length - _at;
            if (_characters.Length < kept + more.Length)
            {
                char[] larger = new char[kept + more.Length + Furthest];
                _characters.AsSpan(_at, kept).CopyTo(larger);
                _characters = larger;
            }
            else _characters.AsSpan(_at, kept).CopyTo(_characters);
            more.CopyTo(_characters.AsSpan(kept));
            (_at, _length) = (0, kept + more.Length);
        }
        return _characters.AsSpan(_at, _length - _at);
    }

    public bool IsAt(string mark) => Peek(mark.Length).StartsWith(mark, StringComparison.OrdinalIgnoreCase);

    public void Skip(int count)
    {
        Line += _characters.AsSpan(_at, count).Count('\n');
        _at += count;
    }
}
