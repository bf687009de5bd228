using System.Globalization;

namespace Rogatory.Core.Classification.Contact;

/// <summary>Latitude and longitude in decimal degrees. Any two decimals could be them: how many places, letters of direction and words decide.</summary>
internal sealed class DecimalCoordinates : MarkRule
{
    private const int MostPlaces = 15;

    public override string Id => "coordinates-decimal";

    public override string Category => "coordinates";

    public override string Citation => "ISO 6709 annex D";

    public override string Marks => ".";

    public override IReadOnlyList<string> Context =>
        ["coordinate*", "coords", "koordinat*", "coordonn*", "coordenad*", "coordinat*", "coördina*", "współrzędn*", "gps", "lat", "latitude", "latlng", "lat/lon", "lon", "lng", "longitude", "geo", "position", "location", "wgs84", "waypoint", "standort", "posición", "posizione", "geolocation"];

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        if (at == 0 || at + 3 >= text.Length || !char.IsAsciiDigit(text[at - 1]) || !char.IsAsciiDigit(text[at + 1]))
            return;
        int start = at;
        while (start > 0 && at - start < 4 && char.IsAsciiDigit(text[start - 1]))
            start--;
        if (start > 0 && text[start - 1] is '-' or '+' or '\u2212')
            start--;
        if (at - start > 4 || (start > 0 && (Characters.IsWord(text[start - 1]) || text[start - 1] is '.' or '-' or '_')) || FollowsNumber(text, start))
            return;
        int end = Number(text, start, 90, out int places, out bool letter, "NS");
        if (end < 0 || places < 2)
            return;
        int next = AfterSeparator(text, end, out bool comma);
        int stop = next < 0 ? -1 : Number(text, next, 180, out int morePlaces, out bool moreLetter, "EWO");
        if (stop < 0)
            return;
        _ = Number(text, next, 180, out morePlaces, out moreLetter, "EWO");
        if (letter != moreLetter || (!letter && PrecedesNumber(text, stop)))
            return;
        places = Math.Min(places, morePlaces);
        double bare = letter ? 0.95 : places >= 4 ? comma ? 0.75 : 0.4 : places == 3 && comma ? 0.4 : 0;
        window.Report(this, start, stop, bare, places >= 3 || letter ? 0.95 : 0.8, letter ? "degrees with their directions" : "two numbers in the ranges of latitude and longitude");
    }

    /// <summary>The end of a signed decimal of at most these degrees and of its direction, or -1.</summary>
    private static int Number(ReadOnlySpan<char> text, int start, int most, out int places, out bool letter, string directions)
    {
        (places, letter) = (0, false);
        int at = start < text.Length && text[start] is '-' or '+' or '\u2212' ? start + 1 : start, whole = at;
        while (at < text.Length && at - whole < 4 && char.IsAsciiDigit(text[at]))
            at++;
        if (at == whole || at - whole > 3 || at >= text.Length || text[at] != '.')
            return -1;
        int dot = at++;
        while (at < text.Length && at - dot <= MostPlaces && char.IsAsciiDigit(text[at]))
            at++;
        places = at - dot - 1;
        if (places == 0 || (at < text.Length && char.IsAsciiDigit(text[at])) || double.Parse(text[whole..at], CultureInfo.InvariantCulture) > most)
            return -1;
        int after = at;
        if (after < text.Length && text[after] is '°' or 'º')
            at = ++after;
        if (after < text.Length && text[after] == ' ')
            after++;
        if (after < text.Length && directions.Contains(text[after], StringComparison.Ordinal) && (after + 1 == text.Length || !Characters.IsWord(text[after + 1])))
            (at, letter) = (after + 1, true);
        return at < text.Length && (Characters.IsWord(text[at]) || text[at] is '%' or '€' or '$') ? -1 : at;
    }

    private static int AfterSeparator(ReadOnlySpan<char> text, int end, out bool comma)
    {
        int at = end;
        comma = false;
        while (at < text.Length && at - end < 3 && text[at] is ' ' or ',' or ';' or '/' or '\t')
            comma |= text[at++] is ',' or ';' or '/';
        return at == end ? -1 : at;
    }

    private static bool FollowsNumber(ReadOnlySpan<char> text, int start)
    {
        int at = start;
        while (at > 0 && start - at < 3 && text[at - 1] is ' ' or ',')
            at--;
        return at < start && at > 0 && char.IsAsciiDigit(text[at - 1]);
    }

    private static bool PrecedesNumber(ReadOnlySpan<char> text, int end)
    {
        int at = end;
        while (at < text.Length && at - end < 3 && text[at] is ' ' or ',' or '-')
            at++;
        return at > end && at + 1 < text.Length && char.IsAsciiDigit(text[at]) && text[end..at].Contains(',');
    }
}
