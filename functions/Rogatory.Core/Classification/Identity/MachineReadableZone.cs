using System.Buffers;

namespace Rogatory.Core.Classification.Identity;

/// <summary>
/// The machine-readable zone of a travel document: three rows of 30, two of 36 or two of 44 characters, in lines of their own or in one piece,
/// every check digit right, that over all of them too.
/// </summary>
internal abstract class MachineReadableZone : MarkRule
{
    private const int Longest = 90, MostBetweenRows = 12;

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    public override string Citation => "ICAO Doc 9303 part 3 section 4.9, parts 4 to 7";

    public override string Marks => "<";

    /// <summary>Whether a document whose code begins so is of this kind.</summary>
    protected abstract bool IsKind(char first);

    /// <summary>Whether the second row of a passport, without the first, is of this kind.</summary>
    protected virtual bool FindsSecondRows => false;

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = at;
        while (start > 0 && IsOfZone(text[start - 1]))
        {
            if (text[start - 1] == '<' || at - start == Longest)
                return;
            start--;
        }

        Span<char> zone = stackalloc char[Longest];
        for (int from = start, rows = 0; from >= 0 && rows < 3; from = RowAbove(text, from), rows++)
        {
            int end = Read(text, from, zone, out int width);
            if (end > 0 && IsKind(zone[0]) && TravelDocument.IsRight(zone, width))
            {
                window.Report(this, from, end, 0.99, "every check digit of the zone");
                return;
            }
        }

        int row = LengthOfRow(text, start);
        if (FindsSecondRows && row == 44 && TravelDocument.IsSecondRow(text.Slice(start, row), composite: true))
            window.Report(this, start, start + row, 0.97, "every check digit of a passport's second row");
    }

    private static bool IsOfZone(char unit) => char.IsAsciiLetterUpper(unit) || char.IsAsciiDigit(unit) || unit == '<';

    private static int LengthOfRow(ReadOnlySpan<char> text, int start)
    {
        int length = 0;
        while (length <= Longest && start + length < text.Length && IsOfZone(text[start + length]))
            length++;
        return length;
    }

    /// <summary>Where a row of 30 characters begins that stands above this one and has no mark in it; -1 if none does.</summary>
    private static int RowAbove(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end > 0 && start - end < MostBetweenRows && text[end - 1] is '\n' or '\r' or ' ' or '\t')
            end--;
        int from = end - 30;
        if (end == start || from < 0 || text[from..end].ContainsAnyExcept(LettersAndDigits))
            return -1;
        return from > 0 && IsOfZone(text[from - 1]) ? -1 : from;
    }

    /// <summary>Reads the rows that begin here; 0 if they are none.</summary>
    private static int Read(ReadOnlySpan<char> text, int start, Span<char> zone, out int width)
    {
        int length = LengthOfRow(text, start);
        width = length switch { 90 or 30 => 30, 72 or 36 => 36, 88 or 44 => 44, _ => 0 };
        if (width == 0)
            return 0;
        int all = width == 30 ? 90 : width * 2, end = start + length;
        text[start..end].CopyTo(zone);
        for (int read = length; read < all; read += width)
        {
            int next = end;
            while (next < text.Length && next - end < MostBetweenRows && text[next] is '\n' or '\r' or ' ' or '\t')
                next++;
            if (next == end || LengthOfRow(text, next) != width)
                return 0;
            end = next + width;
            text[next..end].CopyTo(zone[read..]);
        }

        return end;
    }
}
