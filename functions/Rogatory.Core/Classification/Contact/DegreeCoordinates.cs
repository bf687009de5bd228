namespace Rogatory.Core.Classification.Contact;

/// <summary>Latitude and longitude in degrees, minutes and seconds with their directions.</summary>
internal sealed class DegreeCoordinates : MarkRule
{
    public override string Id => "coordinates-degrees";

    public override string Category => "coordinates";

    public override string Citation => "ISO 6709 annex D";

    public override string Marks => "°º";

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = at;
        while (start > 0 && at - start < 4 && char.IsAsciiDigit(text[start - 1]))
            start--;
        int end = EndOf(text, start, out char direction);
        if (end < 0 || (start > 0 && (Characters.IsWord(text[start - 1]) || text[start - 1] is '.' or ',' && start > 1 && char.IsAsciiDigit(text[start - 2]))))
            return;
        int next = end;
        while (next < text.Length && next - end < 4 && text[next] is ' ' or ',' or ';' or '/' or '\t' or '\n')
            next++;
        int both = EndOf(text, next, out char other);
        if (both > 0 && direction is 'N' or 'S' && other is 'E' or 'W' or 'O')
            window.Report(this, start, both, 0.98, "degrees of latitude and longitude with their directions");
        else
            window.Report(this, start, end, 0.75, "degrees with their direction");
    }

    /// <summary>The end of degrees, minutes, perhaps seconds, and a direction, that begin here; or -1.</summary>
    private static int EndOf(ReadOnlySpan<char> text, int start, out char direction)
    {
        direction = '\0';
        int at = start;
        int degrees = Whole(text, ref at, 3);
        if (degrees is < 0 or > 180 || !Take(text, ref at, "°º"))
            return -1;
        int minutes = Whole(text, ref at, 2);
        if (minutes is < 0 or > 59)
            return -1;
        Fraction(text, ref at);
        if (!Take(text, ref at, "'′’´"))
            return -1;
        int before = at;
        int seconds = Whole(text, ref at, 2);
        if (seconds is >= 0 and <= 59)
        {
            Fraction(text, ref at);
            if (!Take(text, ref at, "\"″”") && !(Take(text, ref at, "'′’") && Take(text, ref at, "'′’")))
                at = before;
        }

        if (at < text.Length && text[at] == ' ')
            at++;
        if (at >= text.Length || text[at] is not ('N' or 'S' or 'E' or 'W' or 'O') || (at + 1 < text.Length && Characters.IsWord(text[at + 1])))
            return -1;
        direction = text[at];
        return direction is 'N' or 'S' && degrees > 90 ? -1 : at + 1;
    }

    private static int Whole(ReadOnlySpan<char> text, ref int at, int most)
    {
        if (at < text.Length && text[at] == ' ')
            at++;
        int from = at, value = 0;
        while (at < text.Length && at - from < most && char.IsAsciiDigit(text[at]))
            value = (value * 10) + text[at++] - '0';
        return at == from ? -1 : value;
    }

    private static void Fraction(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('.' or ',') || !char.IsAsciiDigit(text[at + 1]))
            return;
        int from = at++;
        while (at < text.Length && at - from < 10 && char.IsAsciiDigit(text[at]))
            at++;
    }

    private static bool Take(ReadOnlySpan<char> text, ref int at, string units)
    {
        if (at >= text.Length || !units.Contains(text[at], StringComparison.Ordinal))
            return false;
        at++;
        return true;
    }
}
