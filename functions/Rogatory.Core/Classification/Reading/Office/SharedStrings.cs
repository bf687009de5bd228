using System.Collections;
using System.Text;
using Rogatory.Core.Classification.Reading.Markup;

namespace Rogatory.Core.Classification.Reading.Office;

/// <summary>
/// The strings that a workbook's cells share. They are held in memory as far as the limits allow; those past it, and those that no cell
/// shows, are written as a part of their own.
/// </summary>
internal sealed class SharedStrings(ReadingSession session, string part) : MarkupHandler, IDisposable
{
    // Besides its characters, what a string and its place in the lists take.
    private const int Overhead = 48;
    private const int Longest = 32 * 1024;

    private readonly List<string> _strings = [];
    private readonly BitArray _used = new(0);
    private readonly StringBuilder _text = new();
    private long _held;
    private long _line;
    private bool _isFull;
    private bool _isText;
    private bool _isPhonetic;

    public string? this[int index]
    {
        get
        {
            if (index < 0 || index >= _strings.Count) return null;
            if (_used.Length < _strings.Count) _used.Length = _strings.Count;
            _used[index] = true;
            return _strings[index];
        }
    }

    public override void Open(string name)
    {
        string element = LocalName.Of(name);
        _isText = element == "t";
        if (element == "rPh") _isPhonetic = true;
        else if (element == "si") _text.Clear();
    }

    public override void Close(string name)
    {
        _isText = false;
        string element = LocalName.Of(name);
        if (element == "rPh") _isPhonetic = false;
        else if (element == "si") EndString();
    }

    public override void Text(ReadOnlySpan<char> text)
    {
        if (!_isText) return;
        // How a name is pronounced stands beside it and is no part of it.
        if (_isPhonetic) session.WriteAt(Place, "phonetic", text);
        else _text.Append(text);
        if (_text.Length <= Longest) return;
        session.WriteAt(Place, label: null, _text.ToString());
        _text.Clear();
    }

    public override void End()
    {
        if (_text.Length > 0) EndString();
    }

    /// <summary>Writes the strings that no cell showed.</summary>
    public void WriteUnused()
    {
        if (_used.Length < _strings.Count) _used.Length = _strings.Count;
        for (int index = 0; index < _strings.Count; index++)
        {
            if (!_used[index]) session.WriteAt(new Locator(part, Line: index + 1), label: null, _strings[index]);
        }
    }

    public void Dispose() => session.LetGo(_held);

    private Locator Place => new(part, Line: _line + 1);

    private void EndString()
    {
        long size = Overhead + (2L * _text.Length);
        if (!_isFull && session.TryHold(size, part))
        {
            _held += size;
            _strings.Add(_text.ToString());
        }
        else
        {
            _isFull = true;
            session.WriteAt(Place, label: null, _text.ToString());
        }
        _line++;
        _text.Clear();
    }
}
