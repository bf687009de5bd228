using System.Text;
using Rogatory.Core.Classification.Reading;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Takes an item apart by what it is, or refuses.</summary>
internal static class ExtractForms
{
    public static ExtractForm Open(byte[] item, ExtractRequest request, ExtractLimits limits, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> first = item.AsSpan(0, Math.Min(item.Length, ContentSample.Size));
        ContentSample sample = ContentSample.Of(first, first.Length == item.Length && item.Length < ContentSample.Size, charset: null);
        switch (sample.Kind)
        {
            case ContentKind.Empty:
                throw ExtractRefusals.Empty();
            case ContentKind.Text:
            case ContentKind.Table or ContentKind.Json when request.AsText:
                return new TextExtract(Source(item, sample, request.AsText, cancellationToken), request.AsText);
            case ContentKind.Table:
                return new TableExtract(Source(item, sample, isText: false, cancellationToken), sample.Table!);
            case ContentKind.Json:
                return new JsonExtract(Source(item, sample, isText: false, cancellationToken), cancellationToken);
            case ContentKind.Pdf:
                return PagesExtract.Open(item, request, cancellationToken);
            case ContentKind.Mail when !request.AsText:
                return MailExtract.Open(item, limits, cancellationToken);
            case ContentKind.Mail:
                throw ExtractRefusals.NotPossible("A message has parts that are no text.", "Ask for the extract as a message.");
            case ContentKind.Html or ContentKind.Xml when request.AsText:
                return MarkupExtract.Open(item, sample.Kind == ContentKind.Html ? "html" : "xml", cancellationToken);
            case ContentKind.Image:
                return ImageExtract.Open(item);
            case ContentKind.Zip:
                return OpenPackage(item, request, cancellationToken);
            default:
                throw NotKnown(sample.Kind);
        }
    }

    /// <summary>A stretch of a text with the marks in it.</summary>
    public static string Marked(string text, int start, int end, IReadOnlyList<ExtractEdit> edits)
    {
        var marked = new StringBuilder();
        int low = 0, high = edits.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (edits[middle].End <= start) low = middle + 1;
            else high = middle;
        }
        for (; low < edits.Count && edits[low].Start < end; low++)
        {
            marked.Append(text, start, edits[low].Start - start).Append(edits[low].Mark);
            start = edits[low].End;
        }
        return marked.Append(text, start, end - start).ToString();
    }

    private static ExtractForm OpenPackage(byte[] item, ExtractRequest request, CancellationToken cancellationToken)
    {
        using Stream content = ExtractBytes.AsStream(item);
        string format = ItemReader.Read(content, new NoText(), new ReadingLimits(), cancellationToken).Format;
        if (request.AsText && format is "docx" or "xlsx") throw ExtractRefusals.NotPossible("Text of a document is made of PDF only.", "Ask for the extract in the item's own format.");
        return format switch
        {
            "docx" => DocumentExtract.Open(item, cancellationToken),
            "xlsx" => WorkbookExtract.Open(item, cancellationToken),
            "pptx" => throw ExtractRefusals.NotPossible("The item is a presentation.", "Ask for it as PDF."),
            _ => throw NotKnown(ContentKind.Zip),
        };
    }

    private static SourceText Source(byte[] item, ContentSample sample, bool isText, CancellationToken cancellationToken)
    {
        using Stream content = ExtractBytes.AsStream(item);
        ReadingReport report = isText
            ? ItemReader.ReadAsText(content, new NoText(), new ReadingLimits(), cancellationToken)
            : ItemReader.Read(content, new NoText(), new ReadingLimits(), cancellationToken);
        if (report.Unread.Count > 0 || report.Breaches.Count > 0)
            throw ExtractRefusals.NotPossible("Not all of the item's text can be read: it has bytes that its encoding does not know, or is nested too deep.", "Ask for it in UTF-8.");
        return new SourceText(item, sample.Form!);
    }

    private static RefusedException NotKnown(ContentKind kind) => kind switch
    {
        ContentKind.Encrypted => ExtractRefusals.NotPossible("The item is encrypted.", "Ask for it without a password."),
        ContentKind.Media => ExtractRefusals.NotPossible("The item is sound or video.", "Let a person write down what of it is needed, and add that as an item."),
        ContentKind.Zip => ExtractRefusals.NotPossible("The item is an archive.", "Add the file in it that is needed as an item of its own."),
        ContentKind.Xml or ContentKind.Html or ContentKind.RichText => ExtractRefusals.NotPossible("Markup can hold what nobody sees.", "Ask for the extract as text."),
        ContentKind.Compound => ExtractRefusals.NotPossible("The item is in a format of old Office programs.", "Ask for it as DOCX, XLSX or PDF."),
        _ => ExtractRefusals.NotPossible("The item is in a format that is not known.", "Let a person write down what of it is needed, and add that as an item."),
    };
}
