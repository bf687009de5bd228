using System.IO.Compression;
using System.Text;
using Rogatory.Core.Classification.Reading;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>Everything of an extract that values are searched in: its bytes, and those that are packed in it.</summary>
internal static class LeftOverParts
{
    public static void Search(ReadOnlyMemory<byte> extract, ExtractForm form, LeftOverSearch search, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> sample = extract.Span[..Math.Min(extract.Length, ContentSample.Size)];
        search.Search(extract.Span, form.Format, form.IsText ? TextForm.Find(sample, sample.Length == extract.Length) : null, form.PartsLines);
        if (form is { IsText: true, IsRewritten: false }) return;
        if (extract.Span.StartsWith("PK"u8))
        {
            using var archive = new ZipArchive(ExtractBytes.AsStream(extract), ZipArchiveMode.Read);
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                using Stream part = entry.Open();
                byte[] bytes = new byte[entry.Length];
                part.ReadExactly(bytes);
                search.Search(bytes, entry.FullName, new TextForm(Encoding.UTF8, 0, true), partsLines: false);
            }
        }
        var text = new ReadText();
        using Stream content = ExtractBytes.AsStream(extract);
        ItemReader.Read(content, text, new ReadingLimits(), cancellationToken);
        search.Search(text.ToString(), $"{form.Format}, as it reads");
    }
}
