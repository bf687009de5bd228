using Rogatory.Core.Classification.Reading;
using Rogatory.Envelope;

namespace Rogatory.Core.Classification;

/// <summary>What the blocks of an item are, and the text they are cut from (Envelope's FORMAT.md, section 5). Whoever makes a tree over them, or a proof, writes this.</summary>
public static class ItemBlocks
{
    /// <summary>
    /// Rows of a table, lines of any other text in an encoding in which a line feed is one byte that means nothing else, pages of a PDF; null for all else.
    /// </summary>
    /// <param name="content">The plaintext, readable and seekable; it stays open, and its exceptions pass through.</param>
    public static BlockKind? KindOf(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        content.Position = 0;
        byte[] first = ContentSample.Take(content, ContentSample.Size);
        ContentSample sample = ContentSample.Of(first, first.Length < ContentSample.Size, charset: null);
        return sample.Kind switch
        {
            ContentKind.Pdf => BlockKind.Pages,
            ContentKind.Table => OfBytes(sample, BlockKind.Rows),
            ContentKind.Text or ContentKind.Json or ContentKind.Xml or ContentKind.Html or ContentKind.Mail or ContentKind.RichText => OfBytes(sample, BlockKind.Lines),
            _ => null,
        };
    }

    /// <summary>Writes the text: the plaintext itself or, of a PDF, the text of each page in order, in UTF-8 with blanks for form feeds, and a form feed after each.</summary>
    /// <param name="item">The item.</param>
    /// <param name="kind">What <see cref="KindOf"/> said of it.</param>
    /// <param name="destination">Gets the text, of pages in synchronous writes. Is not disposed of.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OpenException">The body is not the one sealed.</exception>
    public static async Task WriteAsync(OpenedItem item, BlockKind kind, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(destination);
        if (kind != BlockKind.Pages)
        {
            await item.CopyToAsync(destination, cancellationToken);
            return;
        }

        using var content = new OpenedItemStream(item, cancellationToken);
        WritePages(content, destination, cancellationToken);
    }

    /// <summary>Writes the text of the pages of a PDF.</summary>
    /// <param name="content">The plaintext, readable and seekable; it stays open, and its exceptions pass through.</param>
    /// <param name="destination">Gets the text. Is not disposed of.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static void WritePages(Stream content, Stream destination, CancellationToken cancellationToken)
    {
        var pages = new PageWriter(destination);
        pages.Complete(ItemReader.Read(content, pages, new ReadingLimits(), cancellationToken));
    }

    private static BlockKind? OfBytes(ContentSample sample, BlockKind kind) =>
        sample.Form is { Encoding: var encoding } && encoding.GetByteCount("\n") == 1 ? kind : null;
}
