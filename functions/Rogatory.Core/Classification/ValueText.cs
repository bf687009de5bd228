using System.Runtime.InteropServices;

namespace Rogatory.Core.Classification;

/// <summary>The value that stands right after a term: runs of letters and digits, single separators between them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ValueText(int Start, int End, int Digits, int Letters)
{
    private const int MostGap = 24;
    private const int MostLength = 48;

    /// <summary>How many words may stand between a term and its value: <c>number is</c>.</summary>
    private const int MostFillers = 2;

    /// <summary>
    /// The value whose first run holds a digit, and that goes on over these separators while runs hold one; none (with no digits) if no such
    /// run stands within a few words on the same line.
    /// </summary>
    public static ValueText After(Window window, TermHit hit, string separators)
    {
        ReadOnlySpan<Atom> atoms = window.Tokens.Atoms;
        ReadOnlySpan<char> text = window.Text;
        int at = First(atoms, hit.End), fillers = 0;
        while (at < atoms.Length && !atoms[at].HasDigit && fillers <= MostFillers && !hit.InLabel)
            (at, fillers) = (at + 1, fillers + 1);
        if (at >= atoms.Length || !atoms[at].HasDigit || fillers > MostFillers || atoms[at].Start - hit.End > MostGap
            || text[hit.End..atoms[at].Start].ContainsAny('\n', ';'))
            return default;
        int start = atoms[at].Start, digits = 0, letters = 0;
        while (true)
        {
            Atom atom = atoms[at];
            if (!atom.IsPlain || atom.End - start > MostLength)
                return default;
            foreach (char unit in text[atom.Start..atom.End])
                _ = char.IsAsciiDigit(unit) ? digits++ : letters++;
            bool goesOn = at + 1 < atoms.Length && atoms[at + 1].HasDigit && atoms[at + 1].Start == atom.End + 1 && separators.Contains(text[atom.End], StringComparison.Ordinal);
            if (!goesOn)
                return new ValueText(start, atom.End, digits, letters);
            at++;
        }
    }

    /// <summary>The first run at or after this.</summary>
    public static int First(ReadOnlySpan<Atom> atoms, int position)
    {
        int low = 0, high = atoms.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (atoms[middle].Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
