namespace Rogatory.Core.Classification;

/// <summary>Finds candidates for the number rules among a window's runs of letters and digits. Each run is looked at a bounded number of times.</summary>
internal sealed class NumberMatcher(ShapeTable shapes)
{
    private const int LongestPrefix = 4;

    /// <summary>What is left of the confidence where a group of the same kind goes before or after.</summary>
    private const double Crowded = 0.3;

    /// <summary>What an unusual grouping takes from the confidence, and how likely one must be for it to be reported where no word speaks for it.</summary>
    private const double Ungrouped = 0.05, LeastLoose = 0.4;

    private const string UngroupedReason = "grouped in an unusual way";

    private readonly char[] raw = new char[Atom.MostLength];
    private readonly char[] upper = new char[Atom.MostLength];
    private int length;
    private ulong digits, letters;

    /// <summary>All candidates that begin in this stretch.</summary>
    public void Find(Window window, int from, int limit)
    {
        ReadOnlySpan<Atom> atoms = window.Tokens.Atoms;
        int runEnd = -1;
        foreach (int at in window.Tokens.Numbers)
        {
            Atom atom = atoms[at];
            if (atom.Start >= limit + (2 * (LongestPrefix + 1)))
                break;
            if (!atom.IsPlain)
                continue;
            if (atom.HasDigit && at > runEnd)
            {
                runEnd = EndOfRun(window, at);
                if (atom.Start >= from && atom.Start < limit)
                    FindLoose(window, at, runEnd);
            }

            if (at > 1 && IsPrefix(window, at - 1) && IsAffix(atoms[at - 2]) && Separator(window, at - 2) > 0 && atoms[at - 2].Start >= from && atoms[at - 2].Start < limit)
                FindShaped(window, at - 2);
            if (at > 0 && IsPrefix(window, at - 1) && atoms[at - 1].Start >= from && atoms[at - 1].Start < limit)
                FindShaped(window, at - 1);
            if (atom.Start >= from && atom.Start < limit)
                FindShaped(window, at);
        }
    }

    /// <summary>A few letters, joined to the run after them, that are not looked at by themselves.</summary>
    private static bool IsPrefix(Window window, int at)
    {
        Atom atom = window.Tokens.Atoms[at];
        return IsAffix(atom) && window.Tokens.Atoms[at + 1].HasDigit && Separator(window, at) > 0;
    }

    private void FindShaped(Window window, int first)
    {
        ReadOnlySpan<Atom> atoms = window.Tokens.Atoms;
        Clear();
        int node = 0, separator = 0;
        for (int at = first; at < atoms.Length && Append(window, atoms[at]); at++)
        {
            node = shapes.Next(node, separator, atoms[at].Length);
            if (node < 0 || !shapes.MayFit(node, digits, letters))
                return;
            if (shapes.HasAt(node) && !Surroundings.Join(window.Text, atoms, first, at))
                FindAt(window, node, first, at);

            separator = Separator(window, at);
            if (separator == 0)
                return;
        }
    }

    private void FindAt(Window window, int node, int first, int last)
    {
        foreach (Shape shape in shapes.FreeAt(node))
        {
            if (shape.Fits(digits, letters, upper))
                Judge(window, shape, first, last, loose: false);
        }

        if (shapes.NeedingAt(node) is { Length: > 0 } needing)
            FindNeeding(window, needing, first, last, loose: false);
    }

    /// <summary>The run taken as one number, however it is grouped, with the letters that may stand before and after it.</summary>
    private void FindLoose(Window window, int first, int last)
    {
        ReadOnlySpan<Atom> atoms = window.Tokens.Atoms;
        if (!window.MayBeSupported(atoms[first].Start, atoms[last].End))
            return;
        bool before = first > 0 && IsAffix(atoms[first - 1]) && IsLoose(Separator(window, first - 1));
        bool after = last + 1 < atoms.Length && IsAffix(atoms[last + 1]) && IsLoose(Separator(window, last));
        if (last > first)
            FindLooseSpan(window, first, last);
        if (before)
            FindLooseSpan(window, first - 1, last);
        if (after)
            FindLooseSpan(window, first, last + 1);
        if (before && after)
            FindLooseSpan(window, first - 1, last + 1);
    }

    private void FindLooseSpan(Window window, int first, int last)
    {
        Clear();
        for (int at = first; at <= last; at++)
        {
            if (!Append(window, window.Tokens.Atoms[at]))
                return;
        }

        if (shapes.OfLength(length) is { Length: > 0 } candidates && !Surroundings.Join(window.Text, window.Tokens.Atoms, first, last))
            FindNeeding(window, candidates, first, last, loose: true);
    }

    /// <summary>What could not be reported without a word for it needs no look at its digits where no such word is: most candidates end here.</summary>
    private void FindNeeding(Window window, Shape[] candidates, int first, int last, bool loose)
    {
        ReadOnlySpan<Atom> atoms = window.Tokens.Atoms;
        int start = atoms[first].Start, end = atoms[last].End;
        bool alone = window.IsAloneUnlabelled(start, end);
        ReadOnlySpan<ulong> supported = window.SupportedNear(start, end);
        if (!alone && !supported.ContainsAnyExcept(0UL))
            return;
        foreach (Shape shape in candidates)
        {
            int index = shape.Rule.Index;
            if ((alone || (supported[index >> 6] >> index & 1) != 0) && shape.Fits(digits, letters, upper))
                Judge(window, shape, first, last, loose);
        }
    }

    /// <summary>The last of the runs with digits that single separators join to this one.</summary>
    private static int EndOfRun(Window window, int at)
    {
        ReadOnlySpan<Atom> atoms = window.Tokens.Atoms;
        while (at + 1 < atoms.Length && atoms[at + 1].HasDigit && IsLoose(Separator(window, at)))
            at++;
        return at;
    }

    private void Judge(Window window, Shape shape, int first, int last, bool loose)
    {
        NumberRule rule = shape.Rule;
        ReadOnlySpan<Atom> atoms = window.Tokens.Atoms;
        ReadOnlySpan<char> compact = shape.FoldsCase ? upper.AsSpan(0, length) : raw.AsSpan(0, length);
        if (!rule.IsValid(compact))
            return;
        int start = atoms[first].Start, end = atoms[last].End;
        Evidence evidence = window.EvidenceFor(rule, start, end);
        double bare = rule.BareFor(compact, shape.Bare);
        if (evidence.Support == 0 && (rule.NeedsContext || (loose && (!evidence.Alone || bare < LeastLoose))))
            return;
        if (bare < 0.95 && Surroundings.Crowd(window.Text, atoms, first, last))
            bare *= Crowded;
        window.Report(rule, start, end, evidence.Weigh(bare, loose ? Math.Max(bare, rule.InContext - Ungrouped) : rule.InContext), loose ? $"{rule.Check}; {UngroupedReason}" : rule.Check, evidence.Reason);
    }

    private static bool IsAffix(Atom atom) => atom.IsLetters && atom.Length <= LongestPrefix;

    private static bool IsLoose(int separator) => separator is >= 1 and <= 4;

    /// <summary>The separator between this run and the next, if it is a single one.</summary>
    private static int Separator(Window window, int at)
    {
        ReadOnlySpan<Atom> atoms = window.Tokens.Atoms;
        return at + 1 < atoms.Length && atoms[at + 1].Start - atoms[at].End == 1 ? Shape.SeparatorOf(window.Text[atoms[at].End]) : 0;
    }

    private void Clear()
    {
        length = 0;
        digits = letters = 0;
    }

    private bool Append(Window window, Atom atom)
    {
        if (!atom.IsPlain || length + atom.Length > Atom.MostLength)
            return false;
        unchecked
        {
            foreach (char unit in window.Text.Slice(atom.Start, atom.Length))
            {
                bool digit = char.IsAsciiDigit(unit);
                ulong bit = 1UL << length;
                digits |= digit ? bit : 0;
                letters |= digit ? 0 : bit;
                raw[length] = unit;
                upper[length++] = digit ? unit : (char)(unit & ~0x20);
            }
        }

        return true;
    }
}
