namespace Rogatory.Core.Classification.Contact;

/// <summary>A telephone number whose area code stands in brackets.</summary>
internal sealed class BracketedPhone : MarkRule
{
    private const int MostDigits = 13;

    public override string Id => "phone-bracketed";

    public override string Category => "phone";

    public override string Citation => "ITU-T E.123 section 2.4";

    public override string Marks => "(";

    public override IReadOnlyList<string> Context => PhoneWords.All;

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        int close = at + 1;
        while (close < text.Length && close - at <= 6 && char.IsAsciiDigit(text[close]))
            close++;
        int area = close - at - 1;
        if (area is < 2 or > 5 || close >= text.Length || text[close] != ')')
            return;
        int start = StartOfNumber(text, at);
        if (start < 0)
            return;
        var number = new DialText(text, at, stackalloc char[MostDigits]);
        int end = 0;
        while (number.ReadGroup())
        {
            if (number.Count > area && IsNumber(number.Digits, area))
                end = number.End;
        }

        if (end > 0)
            window.Report(this, start, end, text[at + 1] == '0' ? 0.75 : 0.9, 0.97, "an area code in brackets, and a number of a telephone number's length");
    }

    /// <summary>A trunk prefix 1 before the bracket belongs to it; anything else with digits does not.</summary>
    private static int StartOfNumber(ReadOnlySpan<char> text, int at)
    {
        if (at == 0)
            return at;
        if (at >= 2 && text[at - 1] is ' ' or '-' && text[at - 2] == '1' && (at == 2 || !(Characters.IsWord(text[at - 3]) || text[at - 3] is '+' or '.' or ',')))
            return at - 2;
        return Characters.IsWord(text[at - 1]) || (at >= 2 && text[at - 1] == ' ' && char.IsAsciiDigit(text[at - 2])) ? -1 : at;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits, int area) =>
        digits[0] == '0' ? digits.Length is >= 8 and <= 12 : area == 3 && CallingCodes.IsNorthAmerican(digits);
}
