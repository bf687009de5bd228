namespace Rogatory.Core.Classification.Legal;

/// <summary>A neutral citation of a judgment: <c>[2024] EWHC 123 (Admin)</c>.</summary>
internal sealed class NeutralCitation : TermRule
{
    private const int MostDigits = 5;

    public override string Id => "neutral-citation";

    public override string Category => "case-number";

    public override string Citation => "Practice Direction (Judgments: Form and Citation) [2001] 1 WLR 194; Practice Direction (Judgments: Neutral Citations) [2002] 1 WLR 346";

    public override IReadOnlyList<string> Terms =>
        ["uksc", "ukhl", "ukpc", "ewca", "ewhc", "ewfc", "ewcop", "ewcc", "ukut", "ukftt", "ukeat", "eat", "niqb", "nica", "nich", "nikb", "csih", "csoh", "hcjac", "iesc", "iehc", "ieca", "scc", "hca", "nzsc", "nzca"];

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        int start = hit.Start - 7;
        if (hit.InLabel || start < 0 || text[start] is not ('[' or '(') || text[start + 5] is not (']' or ')') || text[start + 6] != ' ' || !Digits.Are(text[(start + 1)..(start + 5)]))
            return;
        int at = hit.End;
        foreach (string division in (ReadOnlySpan<string>)[" Civ", " Crim"])
            at += text[at..].StartsWith(division, StringComparison.Ordinal) ? division.Length : 0;
        int end = at + 1;
        while (end < text.Length && end - at <= MostDigits + 1 && char.IsAsciiDigit(text[end]))
            end++;
        if (at >= text.Length || text[at] != ' ' || end - at is < 2 or > MostDigits + 1 || (end < text.Length && Characters.IsWord(text[end])))
            return;
        if (end + 2 < text.Length && text[end] == ' ' && text[end + 1] == '(' && char.IsAsciiLetterUpper(text[end + 2]) && text[(end + 2)..Math.Min(text.Length, end + 10)].IndexOf(')') is > 0 and int close)
            end += 3 + close;
        window.Report(this, start, end, 0.96, "year, court and number");
    }
}
