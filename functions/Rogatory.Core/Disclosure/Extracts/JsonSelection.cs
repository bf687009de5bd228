using System.Buffers;
using System.Globalization;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// One pass over a JSON text that was checked: which strings, numbers and names stay, which members and elements go, and which values become
/// marks. What is in a member that goes is taken back when that is known.
/// </summary>
internal sealed class JsonSelection
{
    private static readonly SearchValues<char> Space = SearchValues.Create(" \t\r\n");
    private static readonly SearchValues<char> EndOfScalar = SearchValues.Create(" \t\r\n,]}[{:\"");

    private readonly string _text;
    private readonly FieldPattern[] _keep, _remove;
    private readonly bool _keeps;
    private readonly List<(int Start, int End)> _units, _deleted, _replaced, _dropped;
    private int _at;

    public JsonSelection(
        ExtractRequest request, string text, List<(int Start, int End)> units, List<(int Start, int End)> deleted, List<(int Start, int End)> replaced, List<(int Start, int End)> dropped)
    {
        _keep = [.. request.Names(true, ExtractSelectorKind.Fields).Select(pointer => new FieldPattern(pointer))];
        _remove = [.. request.Names(false, ExtractSelectorKind.Fields).Select(pointer => new FieldPattern(pointer))];
        _keeps = request.Keeps(ExtractSelectorKind.Fields);
        (_text, _units, _deleted, _replaced, _dropped) = (text, units, deleted, replaced, dropped);
    }

    /// <summary>How many members and elements go.</summary>
    public long FieldsDropped { get; private set; }

    /// <summary>The values that stand side by side in the text; most texts have one.</summary>
    public List<(int Start, int End)> Read()
    {
        var values = new List<(int Start, int End)>();
        for (Skip(); _at < _text.Length; Skip())
        {
            int start = _at;
            bool stays = Value(0, _keep, _remove, !_keeps);
            values.Add((start, _at));
            if (stays) continue;
            FieldsDropped++;
            Skip();
            Delete(start, _at);
        }
        return values;
    }

    /// <summary>Reads a value, and says whether it stays. <paramref name="isKept"/>: it does, whatever is in it.</summary>
    private bool Value(int depth, FieldPattern[] keep, FieldPattern[] remove, bool isKept)
    {
        int start = _at;
        bool isRemoved = Array.Exists(remove, pattern => pattern.Length == depth && depth > 0);
        isKept |= Array.Exists(keep, pattern => pattern.Length == depth && depth > 0);
        (int units, int deleted, int replaced) = (_units.Count, _deleted.Count, _replaced.Count);
        char first = _text[_at];
        bool stays = isKept;
        if (first is '{' or '[') stays = Children(depth, keep, isRemoved ? [] : remove, isKept);
        else Scalar(isKept);
        if (!isRemoved || !stays) return stays;
        // Its leaves are looked for elsewhere, and one mark stands for all of it.
        _dropped.AddRange(_units[units..].Where(IsLeaf));
        _units.RemoveRange(units, _units.Count - units);
        _deleted.RemoveRange(deleted, _deleted.Count - deleted);
        _replaced.RemoveRange(replaced, _replaced.Count - replaced);
        (int Start, int End) whole = first == '"' ? (start + 1, _at - 1) : (start, _at);
        if (whole.Start == whole.End) return true;
        _units.Add(whole);
        _replaced.Add(whole);
        return true;
    }

    /// <summary>Whether a unit is a string or number: no name, and no literal.</summary>
    private bool IsLeaf((int Start, int End) unit)
    {
        if (unit.Start == 0 || _text[unit.Start - 1] != '"') return _text[unit.Start] is not ('t' or 'f' or 'n');
        int after = _text.AsSpan(unit.End + 1).IndexOfAnyExcept(Space);
        return after < 0 || _text[unit.End + 1 + after] != ':';
    }

    private void Scalar(bool isKept)
    {
        int start = _at;
        if (_text[_at] == '"')
        {
            (int from, int to) = String();
            if (isKept && from < to) _units.Add((from, to));
            return;
        }
        int length = _text.AsSpan(_at).IndexOfAny(EndOfScalar);
        _at = length < 0 ? _text.Length : _at + length;
        if (isKept) _units.Add((start, _at));
    }

    private bool Children(int depth, FieldPattern[] keep, FieldPattern[] remove, bool isKept)
    {
        char close = _text[_at++] == '{' ? '}' : ']';
        // From where it must be deleted until the next that stays: -1 while none stayed that a comma would part from it.
        int lastEnd = -1, gap = -1;
        bool any = false;
        for (int index = 0; ; index++)
        {
            Skip();
            if (_text[_at] == close) break;
            if (_text[_at] == ',')
            {
                _at++;
                Skip();
            }
            int start = _at;
            long fields = FieldsDropped;
            (int units, int deleted, int replaced, int dropped) = (_units.Count, _deleted.Count, _replaced.Count, _dropped.Count);
            string step = close == '}' ? Name() : index.ToString(CultureInfo.InvariantCulture);
            if (Value(depth + 1, Matching(keep, depth, step), Matching(remove, depth, step), isKept))
            {
                // The name of a member that stays for what is in it stays too.
                if (gap >= 0) Insert(deleted, gap, start);
                (any, gap, lastEnd) = (true, -1, _at);
                continue;
            }
            FieldsDropped = fields + 1;
            _units.RemoveRange(units, _units.Count - units);
            _deleted.RemoveRange(deleted, _deleted.Count - deleted);
            _replaced.RemoveRange(replaced, _replaced.Count - replaced);
            _dropped.RemoveRange(dropped, _dropped.Count - dropped);
            if (gap < 0) gap = start;
        }
        if (gap >= 0) Delete(any ? lastEnd : gap, LastEnd());
        _at++;
        return any || isKept;
    }

    /// <summary>The end of what stands before the closing mark, without the white space there.</summary>
    private int LastEnd()
    {
        int end = _at;
        while (Space.Contains(_text[end - 1])) end--;
        return end;
    }

    private static FieldPattern[] Matching(FieldPattern[] patterns, int depth, string step) =>
        patterns.Length == 0 ? patterns : Array.FindAll(patterns, pattern => pattern.Length > depth && pattern.Matches(depth, step));

    private string Name()
    {
        (int start, int end) = String();
        if (start < end) _units.Add((start, end));
        Skip();
        _at++;
        Skip();
        if (!_text.AsSpan(start, end - start).Contains('\\')) return _text[start..end];
        var name = new System.Text.StringBuilder();
        for (int at = start; at < end;)
        {
            (char unit, int length) = JsonEscapes.Read(_text, at);
            name.Append(unit);
            at += length;
        }
        return name.ToString();
    }

    /// <summary>What is between the quotes.</summary>
    private (int Start, int End) String()
    {
        int start = ++_at;
        for (; ; )
        {
            _at += _text.AsSpan(_at).IndexOfAny('"', '\\');
            if (_text[_at] == '"') return (start, _at++);
            _at += 2;
        }
    }

    private void Skip()
    {
        int length = _text.AsSpan(_at).IndexOfAnyExcept(Space);
        _at = length < 0 ? _text.Length : _at + length;
    }

    private void Delete(int start, int end) => _deleted.Add((start, end));

    private void Insert(int index, int start, int end) => _deleted.Insert(index, (start, end));
}
