namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// All removed values in one automaton (Aho and Corasick 1975), so that a text is searched for them in one pass, in time that does not grow with
/// their number.
/// </summary>
internal sealed class ValueTree
{
    private const int None = 0;

    private readonly int[] _first = new int[char.MaxValue + 1];
    private readonly List<RemovedValue?> _values = [];
    private char[] _unit = new char[256];
    private int[] _child = new int[256], _sibling = new int[256], _fail = [], _shorter = [], _value = new int[256];
    private int _count = 1;

    /// <summary>The values, of which two with the same folding are one.</summary>
    /// <exception cref="RefusedException">They are longer together than the limit.</exception>
    public ValueTree(IEnumerable<RemovedValue> values, int most)
    {
        _values.Add(null);
        foreach (RemovedValue value in values)
        {
            if (_count > most) throw ExtractRefusals.TooManyValues();
            Add(value);
        }
        Link();
    }

    public bool IsEmpty => _values.Count == 1;

    /// <summary>Whether any has letters that must be looked for as wide characters.</summary>
    public bool HasWide { get; private set; }

    /// <summary>Whether any has letters of which no byte is a control in wide characters.</summary>
    public bool HasHigh { get; private set; }

    /// <summary>The state after one more unit.</summary>
    public int Next(int state, char unit)
    {
        while (state != 0)
        {
            int next = Child(state, unit);
            if (next != None) return next;
            state = _fail[state];
        }
        return _first[unit];
    }

    /// <summary>The state of the longest value that ends here, or 0: this one or a shorter one.</summary>
    public int Ending(int state) => _value[state] != 0 ? state : _shorter[state];

    /// <summary>The next shorter one, or 0.</summary>
    public int Shorter(int state) => _shorter[state];

    public RemovedValue ValueAt(int state) => _values[_value[state]]!;

    private void Add(RemovedValue value)
    {
        int state = 0;
        foreach (char unit in value.Folded)
        {
            int next = state == 0 ? _first[unit] : Child(state, unit);
            state = next != None ? next : Grow(state, unit);
        }
        if (_value[state] != 0) return;
        _value[state] = _values.Count;
        _values.Add(value);
        HasWide |= value.HasWide;
        HasHigh |= value.Folded.AsSpan().ContainsAnyExceptInRange('\0', '\u08FF');
    }

    private int Grow(int state, char unit)
    {
        if (_count == _unit.Length)
        {
            int larger = _count * 2;
            Array.Resize(ref _unit, larger);
            Array.Resize(ref _child, larger);
            Array.Resize(ref _sibling, larger);
            Array.Resize(ref _value, larger);
        }
        int made = _count++;
        _unit[made] = unit;
        if (state == 0) _first[unit] = made;
        else (_sibling[made], _child[state]) = (_child[state], made);
        return made;
    }

    private int Child(int state, char unit)
    {
        int child = _child[state];
        while (child != None && _unit[child] != unit)
            child = _sibling[child];
        return child;
    }

    /// <summary>Breadth first: where a state goes on when it can't.</summary>
    private void Link()
    {
        (_fail, _shorter) = (new int[_count], new int[_count]);
        int[] queue = new int[_count];
        int from = 0, to = 0;
        foreach (int state in _first)
        {
            if (state != None) queue[to++] = state;
        }
        while (from < to)
        {
            int state = queue[from++];
            for (int child = _child[state]; child != None; child = _sibling[child])
            {
                int fail = _fail[state], next = None;
                while (fail != 0 && (next = Child(fail, _unit[child])) == None)
                    fail = _fail[fail];
                if (fail == 0) next = _first[_unit[child]];
                _fail[child] = next;
                _shorter[child] = _value[next] != 0 ? next : _shorter[next];
                queue[to++] = child;
            }
        }
    }
}
