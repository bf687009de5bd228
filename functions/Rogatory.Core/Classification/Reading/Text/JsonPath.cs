using System.Globalization;

namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>Where a JSON text is being read: the values around, and the field's name.</summary>
internal sealed class JsonPath(int mostLevels)
{
    private const int LongestPointer = 512;

    private readonly Stack<Level> _levels = new();
    private string _prefix = "";
    private bool _isArray;
    private long _index;
    private string? _name;
    private long _tooDeep;

    /// <summary>Whether a string that begins here is a field's name.</summary>
    public bool IsName { get; private set; }

    /// <summary>The name of the field, or of the nearest around an element of an array.</summary>
    public string? Label { get; private set; }

    /// <summary>Whether there was more nesting than is kept track of.</summary>
    public bool WasTooDeep { get; private set; }

    /// <summary>The JSON Pointer (RFC 6901) of the value that begins here; cut where it is very long.</summary>
    public string? Pointer()
    {
        if (_levels.Count == 0) return null;
        string last = _isArray ? _index.ToString(CultureInfo.InvariantCulture) : Escaped(_name ?? "");
        return _prefix.Length + last.Length < LongestPointer ? $"{_prefix}/{last}" : $"{_prefix}/…";
    }

    /// <summary>The pointer of the object or array around, nothing for the outermost.</summary>
    public string? Around => _prefix.Length == 0 ? null : _prefix;

    public void Name(string name)
    {
        if (_tooDeep > 0) return;
        _name = name;
        Label = HeaderRow.Label(name);
    }

    public void Mark(char mark)
    {
        switch (mark)
        {
            case '{' or '[':
                if (_levels.Count == mostLevels || _tooDeep > 0)
                {
                    WasTooDeep = true;
                    _tooDeep++;
                    IsName = false;
                    return;
                }
                string prefix = Pointer() ?? "";
                _levels.Push(new Level(_prefix, _isArray, _index, _name, Label));
                (_prefix, _isArray, _index, _name) = (prefix.EndsWith('…') ? _prefix : prefix, mark == '[', 0, null);
                IsName = !_isArray;
                break;
            case '}' or ']':
                IsName = false;
                if (_tooDeep > 0) _tooDeep--;
                else if (_levels.TryPop(out Level? around)) (_prefix, _isArray, _index, _name, Label) = around;
                break;
            case ',' when _tooDeep == 0:
                if (_isArray) _index++;
                IsName = !_isArray && _levels.Count > 0;
                break;
            case ':':
                IsName = false;
                break;
        }
    }

    private static string Escaped(string name) =>
        name.AsSpan().ContainsAny('~', '/') ? name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) : name;

    private sealed record Level(string Prefix, bool IsArray, long Index, string? Name, string? Label);
}
