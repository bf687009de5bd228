namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Works out which stretches of a form's text become which marks.</summary>
internal sealed class ExtractEditor
{
    private readonly ExtractForm _form;
    private readonly List<ExtractTarget> _targets;
    private readonly List<ExtractTarget> _here = [];
    private readonly List<ExtractEdit> _edits = [];
    private int _next;

    private ExtractEditor(ExtractForm form, IEnumerable<ExtractTarget> targets)
    {
        _form = form;
        _targets = Merged([.. targets]);
    }

    /// <summary>The marks for these stretches, as far as they are in units, and for what the tree finds in units.</summary>
    public static List<ExtractEdit> Edit(ExtractForm form, IEnumerable<ExtractTarget> targets, ValueTree everywhere, ExtractMarks marks, CancellationToken cancellationToken)
    {
        var editor = new ExtractEditor(form, targets);
        var matcher = new ValueMatcher(everywhere, (value, start, end) => editor._here.Add(new ExtractTarget((int)start, (int)end, value.Label)));
        foreach ((int start, int end) in form.Units())
        {
            cancellationToken.ThrowIfCancellationRequested();
            editor.Gather(start, end);
            if (!everywhere.IsEmpty)
            {
                form.Scan(start, end, matcher);
                matcher.Break();
            }
            editor.Mark(start, end, marks);
        }
        return editor._edits;
    }

    /// <summary>What is in units of these stretches, cut where units end.</summary>
    public static IEnumerable<ExtractTarget> Within(ExtractForm form, IEnumerable<ExtractTarget> targets)
    {
        var editor = new ExtractEditor(form, targets);
        foreach ((int start, int end) in form.Units())
        {
            editor.Gather(start, end);
            foreach (ExtractTarget target in editor._here)
                yield return target;
            editor._here.Clear();
        }
    }

    /// <summary>What is left of units without these stretches.</summary>
    public static IEnumerable<ExtractTarget> Between(ExtractForm form, IEnumerable<ExtractTarget> kept)
    {
        var editor = new ExtractEditor(form, kept);
        foreach ((int start, int end) in form.Units())
        {
            editor.Gather(start, end);
            int at = start;
            foreach (ExtractTarget target in editor._here)
            {
                if (target.Start > at) yield return new ExtractTarget(at, target.Start, ExtractMarks.Removed);
                at = Math.Max(at, target.End);
            }
            if (at < end) yield return new ExtractTarget(at, end, ExtractMarks.Removed);
            editor._here.Clear();
        }
    }

    /// <summary>In order and apart: of those that overlap one is made.</summary>
    private static List<ExtractTarget> Merged(List<ExtractTarget> targets)
    {
        targets.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        int made = 0;
        for (int at = 0; at < targets.Count; at++)
        {
            ExtractTarget target = targets[at];
            if (made == 0 || target.Start >= targets[made - 1].End) targets[made++] = target;
            else
            {
                ExtractTarget last = targets[made - 1];
                targets[made - 1] = new(last.Start, Math.Max(last.End, target.End), last.Label == ExtractMarks.Removed ? target.Label : last.Label);
            }
        }
        targets.RemoveRange(made, targets.Count - made);
        return targets;
    }

    private void Gather(int start, int end)
    {
        while (_next < _targets.Count && _targets[_next].End <= start) _next++;
        for (int at = _next; at < _targets.Count && _targets[at].Start < end; at++)
        {
            if (_targets[at].End > start) _here.Add(_targets[at] with { Start = Math.Max(start, _targets[at].Start), End = Math.Min(end, _targets[at].End) });
        }
    }

    private void Mark(int unitStart, int unitEnd, ExtractMarks marks)
    {
        if (_here.Count == 0) return;
        foreach ((int start, int end, string label) in Merged(_here))
            Put(unitStart, unitEnd, start, end, label, marks);
        _here.Clear();
    }

    private void Put(int unitStart, int unitEnd, int start, int end, string label, ExtractMarks marks)
    {
        string text = _form.Text;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) return;
        // Not between the halves of one character.
        if (start > unitStart && char.IsLowSurrogate(text[start])) start--;
        if (end < unitEnd && char.IsLowSurrogate(text[end])) end++;
        (start, end) = _form.Snap(unitStart, unitEnd, start, end);
        if (_edits.Count > 0 && start < _edits[^1].End)
        {
            // Widening made it meet the one before: that one stands for both.
            if (end > _edits[^1].End) _edits[^1] = _edits[^1] with { End = end };
            return;
        }
        _edits.Add(new ExtractEdit(start, end, marks.Of(label, FoldedText.Of(_form.ValueOf(start, end)))));
    }
}
