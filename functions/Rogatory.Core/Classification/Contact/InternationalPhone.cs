namespace Rogatory.Core.Classification.Contact;

/// <summary>A telephone number with its country code behind a plus sign.</summary>
internal sealed class InternationalPhone : MarkRule
{
    public override string Id => "phone-international";

    public override string Category => "phone";

    public override string Citation => "ITU-T E.164, E.123";

    public override string Marks => "+";

    public override IReadOnlyList<string> Context => PhoneWords.All;

    public override void Find(Window window, int at)
    {
        ReadOnlySpan<char> text = window.Text;
        if (at + 1 >= text.Length || (at > 0 && (Characters.IsWord(text[at - 1]) || text[at - 1] is '+' or '=')) || text[at + 1] == '+')
            return;
        int end = EndOfNumber(text, at + 1);
        if (end < 0)
            return;
        int start = at > 0 && text[at - 1] == '(' && text[at..end].Contains(')') ? at - 1 : at;
        window.Report(this, start, end, 0.93, 0.98, "country code, and a national number of a length that it has");
    }

    /// <summary>The end of the longest run of groups that makes a number, or -1.</summary>
    public static int EndOfNumber(ReadOnlySpan<char> text, int start)
    {
        var number = new DialText(text, start, stackalloc char[CallingCodes.MostDigits]);
        int end = -1;
        while (number.ReadGroup())
        {
            if (number.Count >= CallingCodes.FewestDigits && CallingCodes.IsNumber(number.Digits))
                end = number.End;
        }

        return end;
    }
}
