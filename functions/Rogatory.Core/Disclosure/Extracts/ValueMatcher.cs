namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// Looks for values in a text that is given to it unit by unit. A value of letters is found where no further letter stands at its ends, one of
/// digits where no further digit does; one of many digits anywhere; a very short one as a whole word that is written just so; a very long one
/// with all that follows its beginning.
/// </summary>
internal sealed class ValueMatcher(ValueTree tree, Action<RemovedValue, long, long> found)
{
    private const int Mask = 0xFF;

    // Beginnings of a value that repeats itself may overlap at every unit.
    private const int MostFollowed = 64;

    // For the last units that counted: where they stand, what stood before each, and how they were written.
    private readonly long[] _places = new long[Mask + 1];
    private readonly byte[] _before = new byte[Mask + 1];
    private readonly char[] _written = new char[Mask + 1];
    private readonly List<(RemovedValue Value, long Start, long End)> _waiting = [];
    private readonly List<(RemovedValue Value, long Start, int Matched)> _followed = [];
    private int _state;
    private int _folded;
    private byte _last;

    /// <summary>Whether very short values are looked for.</summary>
    public bool FindsShort { get; init; } = true;

    /// <summary>Whether the beginning of a very long value is the value.</summary>
    public bool FindsBeginnings { get; init; }

    public void Add(char unit, long place)
    {
        byte kind = FoldedText.Kinds[unit];
        if (kind == FoldedText.Transparent) return;
        if (_waiting.Count > 0) Settle(kind);
        if (kind == FoldedText.Ignored)
        {
            _last = 0;
            return;
        }
        Step(FoldedText.Fold(unit, out char second), unit, place, _last);
        if (second != 0) Step(second, unit, place, kind);
        _last = kind;
    }

    /// <summary>What follows is another text.</summary>
    public void Break()
    {
        if (_waiting.Count > 0) Settle(0);
        _followed.Clear();
        _state = 0;
        _last = 0;
    }

    private void Step(char fold, char unit, long place, byte before)
    {
        int slot = _folded & Mask;
        (_places[slot], _before[slot], _written[slot]) = (place, before, unit);
        _folded = unchecked(_folded + 1);
        if (_followed.Count > 0) Follow(fold, place);
        _state = tree.Next(_state, fold);
        for (int state = tree.Ending(_state); state != 0; state = tree.Shorter(state))
        {
            RemovedValue value = tree.ValueAt(state);
            int start = unchecked(_folded - value.Folded.Length) & Mask;
            if (!Begins(value, start)) continue;
            if (FindsBeginnings || value.Rest.Length == 0) _waiting.Add((value, _places[start], place + 1));
            else if (_followed.Count < MostFollowed) _followed.Add((value, _places[start], 0));
        }
    }

    /// <summary>One more unit of what began as a very long value.</summary>
    private void Follow(char fold, long place)
    {
        int kept = 0;
        for (int at = 0; at < _followed.Count; at++)
        {
            (RemovedValue value, long start, int matched) = _followed[at];
            if (value.Rest[matched] != fold) continue;
            if (matched + 1 == value.Rest.Length) _waiting.Add((value, start, place + 1));
            else _followed[kept++] = (value, start, matched + 1);
        }
        _followed.RemoveRange(kept, _followed.Count - kept);
    }

    private bool Begins(RemovedValue value, int start)
    {
        if (value.Exact is { } exact)
        {
            if (!FindsShort || _before[start] != 0) return false;
            for (int at = 0, slot = start; at < exact.Length; at++)
            {
                if (FoldedText.Kinds[exact[at]] >= FoldedText.Ignored) continue;
                if (_written[slot] != exact[at]) return false;
                FoldedText.Fold(exact[at], out char second);
                slot = (slot + (second != 0 ? 2 : 1)) & Mask;
            }
            return true;
        }
        return value.IsLongNumber || _before[start] == 0 || _before[start] != FoldedText.Kinds[_written[start]];
    }

    /// <summary>Hands on what ended, unless the unit after it goes on.</summary>
    private void Settle(byte next)
    {
        byte last = FoldedText.Kinds[_written[unchecked(_folded - 1) & Mask]];
        foreach ((RemovedValue value, long start, long end) in _waiting)
        {
            bool goesOn = next is FoldedText.Letter or FoldedText.Digit && (value.Exact is not null || (!value.IsLongNumber && next == last));
            if (!goesOn || (FindsBeginnings && value.Folded.Length == RemovedValue.Longest)) found(value, start, end);
        }
        _waiting.Clear();
    }
}
