using System.Globalization;
using System.Text;
using Rogatory.Core.Classification;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// A message, by spans and categories: a new one of who wrote to whom, when, about what, and the text that shows. Attachments come along as extracts of
/// their own where they are text, tables or JSON; others are withheld, and a line says so.
/// </summary>
internal sealed class MailExtract : RewrittenExtract
{
    private static readonly string[] Shown = ["From", "To", "Cc", "Date", "Subject"];

    private readonly ExtractLimits _limits;
    private readonly List<(string Name, int Start, int End)> _header = [];
    private readonly List<MailPart> _files = [];
    private readonly List<MailAttachment?> _attachments = [];
    private readonly ExtractTally _left = new();
    private int _bodyStart, _bodyEnd;

    private MailExtract(ReadOnlyMemory<byte> item, ExtractLimits limits, CancellationToken cancellationToken)
        : base(item, cancellationToken) =>
        _limits = limits;

    public override string Format => "mail";

    public override string MediaType => "message/rfc822";

    public override string Extension => "eml";

    public override bool IsText => true;

    public static MailExtract Open(ReadOnlyMemory<byte> item, ExtractLimits limits, CancellationToken cancellationToken)
    {
        CheckReadable(item, "mail", cancellationToken);
        var extract = new MailExtract(item, limits, cancellationToken);
        MailPart message = MailPart.Read(item);
        foreach ((string name, string value) in message.Header)
        {
            string? shown = Array.Find(Shown, one => one.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (shown is null || extract._header.Exists(field => field.Name == shown)) extract._left.Add("headers");
            else extract.AddField(shown, value);
        }
        extract.MoveTo(new Locator("text", Line: 1), null);
        extract._bodyStart = extract.Length;
        extract.AddBody(message);
        extract._bodyEnd = extract.Length;
        extract.EndStretch();
        return extract;
    }

    public override void Choose(ExtractRequest request, ExtractTally tally)
    {
        RefuseSelectors(request, Format, "Name spans or categories.", ExtractSelectorKind.Rows, ExtractSelectorKind.Columns, ExtractSelectorKind.Header,
            ExtractSelectorKind.Fields, ExtractSelectorKind.Lines, ExtractSelectorKind.Pages);
        bool byCategory = request.Keep.Count == 0 && request.Remove.All(one => one.Kind == ExtractSelectorKind.Categories);
        foreach (MailPart file in _files)
        {
            MailAttachment? kept = byCategory ? MailAttachment.Of(file.Body, request, _limits, _attachments.Count + 1, Parts, CancellationToken) : null;
            _attachments.Add(kept);
            if (kept is null) _left.Add("attachments");
        }
        foreach ((string kind, long count) in _left.Removed)
            tally.Add(kind, count);
    }

    public override IEnumerable<(int Start, int End)> Units()
    {
        foreach ((_, int start, int end) in _header)
        {
            if (start < end) yield return (start, end);
        }
        if (_bodyStart < _bodyEnd) yield return (_bodyStart, _bodyEnd);
    }

    /// <summary>What stands before an address in a field of addresses is a name (RFC 5322, 3.4), whether detectors know it or not.</summary>
    public override void Find(DetectorPack pack, Action<int, int, Finding> found, Action<string, Finding> meant, CancellationToken cancellationToken)
    {
        base.Find(pack, found, meant, cancellationToken);
        foreach ((string name, int start, int end) in _header.Where(field => field.Name is "From" or "To" or "Cc"))
        {
            for (int from = start, mark; from < end && (mark = Text.IndexOf('<', from, end - from)) >= 0;)
            {
                while (from < mark && (char.IsWhiteSpace(Text[from]) || Text[from] is ',' or ';' or '"' or '>')) from++;
                int to = mark;
                while (to > from && (char.IsWhiteSpace(Text[to - 1]) || Text[to - 1] == '"')) to--;
                if (to > from) found(from, to, new Finding("person-name", "address-name", from, to, 1, ["before an address"], new Locator("header", Cell: name)));
                int close = Text.IndexOf('>', mark, end - mark);
                from = close < 0 ? end : close + 1;
            }
        }
    }

    public override RenderedExtract Render(IReadOnlyList<ExtractEdit> edits, ExtractLimits limits)
    {
        var body = new StringBuilder(Marked(_bodyStart, _bodyEnd, edits));
        for (int index = 0; index < _attachments.Count; index++)
        {
            if (_attachments[index] is null) body.Append(CultureInfo.InvariantCulture, $"\n[ATTACHMENT {index + 1} WITHHELD]\n");
        }
        byte[] bytes = MailWriter.Write(_header.Select(field => (field.Name, Marked(field.Start, field.End, edits))), body.ToString(), [.. _attachments.OfType<MailAttachment>()]);
        return bytes.Length <= limits.ExtractSize ? new RenderedExtract(bytes, []) : throw ExtractRefusals.TooLarge("The extract", limits.ExtractSize);
    }

    private void AddField(string name, string value)
    {
        MoveTo(new Locator("header"), name);
        int start = Length;
        Add(string.Concat(value.Select(unit => char.IsControl(unit) ? ' ' : unit)));
        EndStretch();
        _header.Add((name, start, Length));
        Add("\n");
    }

    private void AddBody(MailPart part)
    {
        if (part.Parts.Count > 0)
        {
            // Of what says the same in several ways, plain text is taken (RFC 2046, 5.1.4).
            MailPart? plain = part.Type.Value == "multipart/alternative" ? part.Parts.Find(one => one.Type.Value is "text/plain" or "" && one.Parts.Count == 0) : null;
            foreach (MailPart one in plain is null ? part.Parts : [plain])
                AddBody(one);
            if (plain is not null) _left.Add("parts", part.Parts.Count - 1);
            return;
        }
        if (!part.IsFile && part.Type.Value is "text/plain" or "") AddParagraph(part.Text());
        else if (!part.IsFile && part.Type.Value == "text/html" && PageText.OfHtml(part.Text(), CancellationToken) is { } shown) AddParagraph(shown);
        else if (part.Body.Length > 0) _files.Add(part);
    }

    private void AddParagraph(string text)
    {
        if (Length > _bodyStart) Add("\n");
        Add(text);
    }
}
