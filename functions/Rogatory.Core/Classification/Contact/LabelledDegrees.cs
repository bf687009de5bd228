using System.Globalization;

namespace Rogatory.Core.Classification.Contact;

/// <summary>A latitude or longitude by itself, behind its word or in its column.</summary>
internal sealed class LabelledDegrees : TermRule
{
    public override string Id => "coordinate-in-context";

    public override string Category => "coordinates";

    public override string Citation => "ISO 6709";

    public override IReadOnlyList<string> Terms =>
    [
        "lat", "latitude", "lon", "lng", "long", "longitude", "breitengrad", "längengrad", "geogr. breite", "geogr. länge", "latitud", "longitud", "latitudine", "longitudine",
        "breedtegraad", "lengtegraad", "szerokość geograficzna", "długość geograficzna", "gps lat", "gps lon",
    ];

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = hit.End;
        while (start < text.Length && start - hit.End < 6 && text[start] is ' ' or ':' or '=' or '"' or '\'' or '\t')
            start++;
        int at = start;
        if (at < text.Length && text[at] is '-' or '+')
            at++;
        int whole = at;
        while (at < text.Length && at - whole < 4 && char.IsAsciiDigit(text[at]))
            at++;
        if (at == whole || at + 2 >= text.Length || text[at] is not ('.' or ','))
            return;
        int dot = at++;
        while (at < text.Length && at - dot <= 15 && char.IsAsciiDigit(text[at]))
            at++;
        if (at - dot < 3 || (at < text.Length && Characters.IsWord(text[at])))
            return;
        if (int.Parse(text[whole..dot], CultureInfo.InvariantCulture) <= 180)
            window.Report(this, start, at, 0.93, "a number of degrees right after its word");
    }
}
