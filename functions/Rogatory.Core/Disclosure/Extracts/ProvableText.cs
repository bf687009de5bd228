using System.Text;
using Rogatory.Core.Classification.Reading;
using Rogatory.Envelope;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>The bytes of an item that are cut into blocks, so that extracts can be proven to stand in it: the item's own, or the texts of its pages.</summary>
public static class ProvableText
{
    /// <summary>What the item's blocks are: rows of a table, pages of a PDF, lines of other text; null where it has none. The position is moved.</summary>
    /// <param name="content">The plaintext, readable and seekable; its exceptions pass through.</param>
    public static BlockKind? KindOf(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        byte[] first = ContentSample.Take(content, ContentSample.Size);
        ContentSample sample = ContentSample.Of(first, first.Length < ContentSample.Size, charset: null);
        return sample.Kind switch
        {
            ContentKind.Pdf => BlockKind.Pages,
            _ when sample.Form is null or { Encoding: UnicodeEncoding or UTF32Encoding } => null,
            ContentKind.Table => BlockKind.Rows,
            _ => BlockKind.Lines,
        };
    }

    /// <summary>Writes the bytes, of the kind that <see cref="KindOf"/> gives.</summary>
    /// <param name="content">The plaintext, readable and seekable; its exceptions pass through.</param>
    /// <param name="kind">What the blocks are.</param>
    /// <param name="limits">Pages are read out of an item that is held in memory.</param>
    /// <param name="destination">Takes the bytes; its exceptions pass through.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="RefusedException"><c>extract-too-large</c>: the pages of a larger item than the limit are asked for.</exception>
    public static void Write(Stream content, BlockKind kind, ExtractLimits limits, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(destination);
        if (kind == BlockKind.Pages)
        {
            destination.Write(Encoding.UTF8.GetBytes(PageText.Read(ExtractBytes.Load(content, limits, cancellationToken), cancellationToken).Text));
            return;
        }
        content.Position = 0;
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            destination.Write(buffer.AsSpan(0, read));
        }
    }
}
