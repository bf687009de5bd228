using System.Globalization;

namespace Rogatory.Core.Classification.Contact;

/// <summary>A telephone number with its country code behind two zeros, which most of Europe dials for a plus sign.</summary>
internal sealed class DoubleZeroPhone : TermRule
{
    public override string Id => "phone-double-zero";

    public override string Category => "phone";

    public override string Citation => "ITU-T E.164; Recommendation T/SF 67 of the CEPT";

    public override IReadOnlyList<string> Terms { get; } = [.. CallingCodes.All.Order().Select(code => string.Create(CultureInfo.InvariantCulture, $"00{code}*"))];

    public override IReadOnlyList<string> Context => PhoneWords.All;

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        if (hit.InLabel || (hit.Start > 0 && text[hit.Start - 1] is '.' or '-' or '/' or ','))
            return;
        int end = InternationalPhone.EndOfNumber(text, hit.Start + 2);
        if (end > 0)
            window.Report(this, hit.Start, end, text[hit.Start..end].ContainsAny(' ', '-', '/') ? 0.8 : 0.5, 0.97, "00, country code, and a national number of a length that it has");
    }
}
