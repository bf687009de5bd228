using System.Buffers;
using System.Text;

namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>
/// JSON and JSON Lines in one pass of bounded memory. Each name, string, number and literal is a stretch of its own, a value under its
/// field's name; punctuation and quotes stand in stretches between. Text that is not quite JSON is read on all the same.
/// </summary>
internal sealed class JsonReader(ReadingSession session, string part, JsonPass pass)
{
    // A string that is longer is written before it is known whether it holds an escape; this much before the first escape goes with it.
    private const int LongestWaiting = 64 * 1024;
    private const int Context = 4096;
    private const int LongestName = 256;

    private static readonly SearchValues<char> EndOfScalar = SearchValues.Create("{}[],:\" \t\r\n");
    private static readonly SearchValues<char> EndOfBetween = SearchValues.Create("{}[],:\"");

    private readonly Locator _between = new(part);
    private readonly JsonPath _path = new(session.Limits.Nesting);
    private readonly StringBuilder _waiting = new();
    private readonly StringBuilder _name = new();
    private State _state;
    private bool _isBetween;
    private bool _isOpen;
    private bool _isName;
    private bool _isEscaped;
    private int _hexDigits;
    private int _hexValue;
    private long _line = 1;

    private enum State
    {
        Between,
        Scalar,
        String,
        Escape,
        Hex,
    }

    /// <summary>Whether a string held an escape for which <see cref="JsonPass.EscapedStrings"/> is worth while.</summary>
    public bool HasEscapedStrings { get; private set; }

    /// <summary>Whether the text begins as JSON does: an object or an array, and no mistake until the sample ends.</summary>
    public static bool IsJson(ReadOnlySpan<char> sample)
    {
        if (sample.TrimStart() is not ['{' or '[', ..]) return false;
        byte[] bytes = Encoding.UTF8.GetBytes(sample.ToArray());
        var reader = new System.Text.Json.Utf8JsonReader(bytes, isFinalBlock: false, new(new()
        {
            AllowMultipleValues = true,
            AllowTrailingCommas = true,
            MaxDepth = bytes.Length + 1,
        }));
        try
        {
            bool any = false;
            while (reader.Read()) any = true;
            return any;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    public void Read(DecodedText text)
    {
        for (ReadOnlySpan<char> next = text.Next(); !next.IsEmpty; next = text.Next())
        {
            session.CancellationToken.ThrowIfCancellationRequested();
            while (!next.IsEmpty)
                next = next[Step(next)..];
        }
        EndValue();
        if (_path.WasTooDeep) session.Breach(part, BreachKind.Nesting);
    }

    /// <summary>Handles the beginning of the text, and says how much of it.</summary>
    private int Step(ReadOnlySpan<char> text)
    {
        switch (_state)
        {
            case State.Between:
                return Mark(text);
            case State.Scalar:
                int end = text.IndexOfAny(EndOfScalar);
                Value(text[..(end < 0 ? text.Length : end)]);
                if (end < 0) return text.Length;
                EndValue();
                return end;
            case State.String:
                int stop = text.IndexOfAny('"', '\\');
                ReadOnlySpan<char> plain = stop < 0 ? text : text[..stop];
                _line += plain.Count('\n');
                Value(plain);
                if (stop < 0) return text.Length;
                if (text[stop] == '\\') _state = State.Escape;
                else
                {
                    EndValue();
                    Between("\"");
                }
                return stop + 1;
            case State.Escape:
                Escape(text[0]);
                return 1;
            default:
                Hex(text[0]);
                return 1;
        }
    }

    private int Mark(ReadOnlySpan<char> text)
    {
        char first = text[0];
        if (first is '"')
        {
            Between("\"");
            _isName = _path.IsName;
            _state = State.String;
            return 1;
        }
        if (EndOfBetween.Contains(first))
        {
            _path.Mark(first);
            Between([first]);
            return 1;
        }
        int spaces = text.IndexOfAnyExcept(" \t\r\n");
        if (spaces == 0)
        {
            _isName = false;
            _state = State.Scalar;
            return 0;
        }
        ReadOnlySpan<char> space = spaces < 0 ? text : text[..spaces];
        _line += space.Count('\n');
        Between(space);
        return space.Length;
    }

    private void Escape(char code)
    {
        _state = State.String;
        bool matters = code is not ('"' or '\\');
        _isEscaped |= matters;
        HasEscapedStrings |= matters;
        if (pass == JsonPass.AsWritten) Value(['\\', code]);
        else if (code == 'u')
        {
            (_hexDigits, _hexValue) = (0, 0);
            _state = State.Hex;
        }
        else Value([code switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' or 'f' => ' ', _ => code }]);
    }

    private void Hex(char digit)
    {
        if (!char.IsAsciiHexDigit(digit))
        {
            _state = State.String;
            Step([digit]);
            return;
        }
        _hexValue = _hexValue * 16 + Convert.ToInt32(digit.ToString(), 16);
        if (++_hexDigits < 4) return;
        _state = State.String;
        Value([(char)_hexValue]);
    }

    private void Value(ReadOnlySpan<char> text)
    {
        if (_isName && _name.Length < LongestName) _name.Append(text[..Math.Min(text.Length, LongestName)]);
        if (pass != JsonPass.EscapedStrings)
        {
            Write(text);
            return;
        }
        _waiting.Append(text);
        if (_isEscaped) WriteWaiting();
        else if (_waiting.Length > LongestWaiting) _waiting.Remove(0, _waiting.Length - Context);
    }

    private void WriteWaiting()
    {
        foreach (ReadOnlyMemory<char> piece in _waiting.GetChunks())
            Write(piece.Span);
        _waiting.Clear();
    }

    private void Write(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        if (!_isOpen) session.MoveTo(new Locator(part, Line: _line, Cell: _isName ? _path.Around : _path.Pointer()) { IsName = _isName }, _isName ? null : _path.Label);
        _isOpen = true;
        _isBetween = false;
        session.Write(text);
    }

    private void EndValue()
    {
        if (_isName)
        {
            string name = _name.ToString();
            _path.Name(pass == JsonPass.AsWritten && name.Contains('\\', StringComparison.Ordinal) ? Unescaped(name) : name);
            _name.Clear();
        }
        _waiting.Clear();
        _isOpen = _isEscaped = _isName = false;
        _state = State.Between;
    }

    private static string Unescaped(string name)
    {
        try
        {
            return System.Text.Json.JsonSerializer.Deserialize<string>($"\"{name}\"") ?? name;
        }
        catch (System.Text.Json.JsonException)
        {
            return name;
        }
    }

    private void Between(ReadOnlySpan<char> text)
    {
        if (pass == JsonPass.EscapedStrings) return;
        if (!_isBetween) session.MoveTo(_between, label: null);
        _isBetween = true;
        _isOpen = false;
        session.Write(text);
    }
}
