namespace Rogatory.Core.Classification.Contact;

/// <summary>A web address without its scheme, as people write it: www and a domain.</summary>
internal sealed class WebAddress : TermRule
{
    public override string Id => "web-address";

    public override string Category => "url";

    public override string Citation => "RFC 3986 appendix; RFC 1123 section 2.1";

    public override IReadOnlyList<string> Terms => ["www"];

    public override void Find(Window window, TermHit hit)
    {
        ReadOnlySpan<char> text = window.Text;
        if (hit.InLabel || hit.End >= text.Length || text[hit.End] != '.' || (hit.Start > 0 && text[hit.Start - 1] is '/' or '.' or '-' or '@'))
            return;
        int end = UrlText.EndOfHost(text, hit.End + 1, needsDot: true);
        if (end > 0)
            window.Report(this, hit.Start, UrlText.End(text, hit.Start, end), 0.95, "www and a domain name");
    }
}
