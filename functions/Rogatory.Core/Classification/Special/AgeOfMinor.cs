namespace Rogatory.Core.Classification.Special;

/// <summary>An age under eighteen: <c>14-year-old</c>, <c>aged 9</c>, <c>âgé de 15 ans</c>, <c>12 Jahre alt</c>.</summary>
internal sealed class AgeOfMinor : TermRule
{
    private const int FullAge = 18;

    /// <summary>Words that the age stands before.</summary>
    private static readonly string[] After = ["year-old*", "years old", "year old*", "yrs old", "y/o", "yo boy", "yo girl", "months old", "jahre alt", "jahre alte*", "jährig*", "años de edad", "anni di età", "anos de idade", "jaar oud", "jarige", "letni", "letnia", "letniego", "letniej", "letnią", "lat życia"];

    /// <summary>Words that the age stands behind.</summary>
    private static readonly string[] Before = ["aged", "age", "im alter von", "âgé de", "âgée de", "âgés de", "âgées de", "mineur de", "mineure de", "edad", "menor de", "età", "com a idade de", "idade", "leeftijd van", "leeftijd", "wieku", "wiek", "alter"];

    public override string Id => "age-of-minor";

    public override string Category => "minor";

    public override string Citation => "Convention on the Rights of the Child art. 1; Directive (EU) 2016/800 art. 3(1)";

    public override IReadOnlyList<string> Terms => [.. After, .. Before];

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        if (hit.InLabel)
            return;
        if (hit.Start > 1 && IsGap(text[hit.Start - 1]) && AgeEndingAt(text, hit.Start - 1) is >= 0 and int from && IsOfAfter(text[hit.Start..hit.End]))
            window.Report(this, from, hit.End, 0.9, "an age under eighteen");
        else if (hit.End + 1 < text.Length && text[hit.End] is ' ' or ':' && AgeAt(text, text[hit.End + 1] == ' ' ? hit.End + 2 : hit.End + 1) is > 0 and int end && !IsOfAfter(text[hit.Start..hit.End]))
            window.Report(this, hit.Start, end, 0.85, "an age under eighteen");
    }

    private static bool IsGap(char unit) => unit is ' ' or '-' or '\u2011' or '\u00A0';

    private static bool IsOfAfter(ReadOnlySpan<char> term)
    {
        string folded = Characters.Fold(term);
        return Array.Exists(After, one => one.EndsWith('*') ? folded.StartsWith(Characters.Fold(one.AsSpan(0, one.Length - 1)), StringComparison.Ordinal) : folded == Characters.Fold(one));
    }

    private static int AgeEndingAt(ReadOnlySpan<char> text, int end)
    {
        int start = end;
        while (start > 0 && end - start < 3 && char.IsAsciiDigit(text[start - 1]))
            start--;
        bool apart = start == 0 || !(Characters.IsWord(text[start - 1]) || text[start - 1] is '.' or ',' or '-' or '/' or '€' or '$');
        return end - start is 1 or 2 && apart && Digits.Number(text[start..end]) < FullAge ? start : -1;
    }

    private static int AgeAt(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && end - start < 3 && char.IsAsciiDigit(text[end]))
            end++;
        bool apart = end == text.Length || !(Characters.IsWord(text[end]) || (text[end] is '.' or ',' or '-' or '/' or '%' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));
        return end - start is 1 or 2 && apart && Digits.Number(text[start..end]) is > 0 and < FullAge ? end : -1;
    }
}
