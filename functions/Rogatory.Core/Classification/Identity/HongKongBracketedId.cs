namespace Rogatory.Core.Classification.Identity;

/// <summary>The number of a Hong Kong identity card with its check character in brackets: <c>A123456(3)</c>.</summary>
internal sealed class HongKongBracketedId : MarkRule
{
    private const int Digits = 6, MostLetters = 2;

    public override string Id => "hk-id-bracketed";

    public override string Category => "identity-card";

    public override string Citation => "Registration of Persons Regulations (Cap. 177A); Immigration Department, check digit";

    public override string Marks => "(";

    public override IReadOnlyList<string> Context => HongKongId.Words;

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        if (at + 2 >= text.Length || text[at + 2] != ')')
            return;
        int end = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
        int start = end;
        while (start > 0 && end - start <= Digits + MostLetters && char.IsAsciiLetterOrDigit(text[start - 1]))
            start--;
        int letters = end - start - Digits;
        if (letters is < 1 or > MostLetters || (start > 0 && Characters.IsWord(text[start - 1])) || !Classification.Digits.Are(text[(end - Digits)..end]))
            return;
        Span<char> compact = stackalloc char[end - start + 1];
        text[start..end].ToUpperInvariant(compact);
        compact[^1] = char.ToUpperInvariant(text[at + 1]);
        if (!compact[..letters].ContainsAnyExceptInRange('A', 'Z') && HongKongId.IsRight(compact))
            window.Report(this, start, at + 3, 0.93, 0.98, "check character (mod 11) in brackets");
    }
}
