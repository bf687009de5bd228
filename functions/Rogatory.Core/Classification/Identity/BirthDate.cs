namespace Rogatory.Core.Classification.Identity;

/// <summary>A full date behind a word that says that someone was born on it.</summary>
internal sealed class BirthDate : TermRule
{
    private const int Reach = 60, Close = 16, MostLength = 40;

    public override string Id => "birth-date";

    public override string Category => "birth-date";

    public override string Citation => "LED art. 3(1); ISO 8601-1";

    public override IReadOnlyList<string> Terms =>
    [
        "date of birth", "birth date", "birthdate*", "birthday", "dob", "d.o.b", "born", "born on", "birth",
        "date de naissance", "naissance", "né le", "née le", "né(e) le", "né à", "née à", "né en", "née en", "ddn",
        "geburtsdatum", "geburtstag", "geburtsdat*", "geboren", "geborene", "geborener", "geb", "geb.-datum",
        "fecha de nacimiento", "nacimiento", "nacido", "nacida", "nació", "f. nac", "fec. nac",
        "data di nascita", "nascita", "nato", "nata", "data de nascimento", "nascimento", "nascido", "nascida", "nasceu", "data nasc",
        "geboortedatum", "geboorte", "geb.datum", "data urodzenia", "urodzenia", "urodzon*", "urodził*", "ur",
    ];

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        int from = hit.InLabel ? 0 : hit.End;
        ReadOnlySpan<char> reach = ValueReach.Of(text, from, Reach);
        if (reach.IndexOf(". ") is > 4 and int sentence)
            reach = reach[..sentence];
        for (int at = 0; at < reach.Length; at++)
        {
            int start = from + at;
            if (!Characters.IsWord(text[start]) || (start > 0 && Characters.IsWord(text[start - 1])))
                continue;
            int length = WrittenDate.Length(text[start..Math.Min(text.Length, start + MostLength)]);
            if (length > 0)
            {
                window.Report(this, start, start + length, hit.InLabel || at <= Close ? 0.95 : 0.85, "a date", hit.InLabel ? "birth in the label" : "birth before it");
                return;
            }

            if (hit.InLabel)
                return;
        }
    }
}
