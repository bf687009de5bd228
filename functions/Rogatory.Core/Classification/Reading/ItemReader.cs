using Rogatory.Core.Classification.Reading.Archive;
using Rogatory.Core.Classification.Reading.Mail;
using Rogatory.Core.Classification.Reading.Markup;
using Rogatory.Core.Classification.Reading.Pdf;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Classification.Reading;

/// <summary>
/// Reads the text that an item holds, whatever it is made of: what it is is seen in its content, never in its name. What can't be read is
/// reported, never passed over. No input makes it throw, hang, or hold more than the limits.
/// </summary>
/// <remarks>Plain text, tables (CSV and the like) and JSON are written as they stand, character for character, so that offsets are the decoded file's.
/// Strings of JSON that hold an escape are written once more after the end of the file, unescaped, in the place they have in it.</remarks>
public static class ItemReader
{
    /// <summary>Reads an item.</summary>
    /// <param name="content">The plaintext, readable and seekable, at any position; it stays open, and its exceptions pass through.</param>
    /// <param name="sink">Takes the text; its exceptions pass through.</param>
    /// <param name="limits">How far to go.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static ReadingReport Read(Stream content, ITextSink sink, ReadingLimits limits, CancellationToken cancellationToken) =>
        Read(content, sink, limits, declared: null, cancellationToken);

    /// <summary>Reads an item as plain text, whatever its text looks like; what is no text is unread.</summary>
    /// <inheritdoc cref="Read(Stream, ITextSink, ReadingLimits, CancellationToken)"/>
    public static ReadingReport ReadAsText(Stream content, ITextSink sink, ReadingLimits limits, CancellationToken cancellationToken) =>
        Read(content, sink, limits, ContentKind.Text, cancellationToken);

    /// <summary>Reads a part, in whatever is around it.</summary>
    internal static string Read(ReadingSession session, PartContent part)
    {
        string format = "binary";
        try
        {
            session.Enter(part.Self("item"));
            if (part.Depth > session.Limits.Depth)
            {
                session.Breach(part.Self("item"), BreachKind.Depth);
                throw new UnreadableException(UnreadReason.Limit);
            }
            using Stream stream = part.Open();
            byte[] first = ContentSample.Take(stream, ContentSample.Size);
            ContentSample sample = ContentSample.Of(first, first.Length < ContentSample.Size, part.Charset);
            ContentKind kind = Kind(sample, part.Declared);
            format = Format(kind);
            var whole = new SampledStream(first, stream);
            format = Read(session, part, kind, sample, whole) ?? format;
        }
        catch (UnreadableException unreadable)
        {
            session.Unread(part.Self(format), unreadable.Reason);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException && !session.IsCallersFailure)
        {
            session.Unread(part.Self(format), UnreadReason.Damaged);
        }
        catch (Exception fault) when (fault is not (ReadingEndedException or OperationCanceledException) && !session.IsCallersFailure)
        {
            session.Unread(part.Self(format), UnreadReason.Failed);
        }
        return format;
    }

    private static ReadingReport Read(Stream content, ITextSink sink, ReadingLimits limits, ContentKind? declared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentNullException.ThrowIfNull(limits);
        var session = new ReadingSession(sink, limits, cancellationToken);
        string format = "binary";
        try
        {
            format = Read(session, new PartContent("", 0, () => new SourceStream(content, session), CanReopen: true) { Declared = declared });
        }
        catch (ReadingEndedException)
        {
            session.Unread("item", UnreadReason.Limit);
        }
        return session.Report(format);
    }

    /// <summary>Reads what is of this kind, and says what format it turned out to be if the kind does not.</summary>
    private static string? Read(ReadingSession session, PartContent part, ContentKind kind, ContentSample sample, SampledStream stream)
    {
        bool wasInside = session.IsInside;
        session.IsInside = part.Depth > 0 || kind is ContentKind.Zip or ContentKind.Pdf or ContentKind.Mail;
        try
        {
            switch (kind)
            {
                case ContentKind.Empty:
                    return null;
                case ContentKind.Zip:
                    return ArchiveReader.Read(session, part, stream);
                case ContentKind.Pdf:
                    PdfReader.Read(session, part, stream);
                    return null;
                case ContentKind.Mail:
                    session.Read(part.Self("mail"), "mail");
                    MailReader.Read(session, part, stream);
                    return null;
                case ContentKind.Image or ContentKind.Media or ContentKind.Encrypted or ContentKind.Compound or ContentKind.Binary:
                    throw new UnreadableException(Reason(kind, stream));
                default:
                    ReadText(session, part, kind, sample, stream);
                    return null;
            }
        }
        finally
        {
            session.IsInside = wasInside;
        }
    }

    private static void ReadText(ReadingSession session, PartContent part, ContentKind kind, ContentSample sample, SampledStream stream)
    {
        string name = part.Self(Format(kind));
        session.Read(name, Format(kind));
        TextForm form = sample.Form!;
        stream.EndAfter(session.Limits.Length);
        if (part.Depth == 0 && stream.Seekable?.Length > session.Limits.Length)
        {
            session.Breach(name, BreachKind.Length);
            session.Unread(name, UnreadReason.Limit);
        }
        stream.Skip(form.Preamble);
        var text = new DecodedText(stream, form.Encoding, stream.Sample.Length);
        switch (kind)
        {
            case ContentKind.Table:
                new TableReader(session, name, sample.Table!).Read(text);
                break;
            case ContentKind.Json:
                ReadJson(session, part, name, form, text);
                break;
            case ContentKind.Xml:
                XmlReader.Read(session, name, text);
                break;
            case ContentKind.Html:
                HtmlReader.Read(session, name, text);
                break;
            default:
                PlainTextReader.Read(session, name, text);
                break;
        }
        if (kind == ContentKind.RichText) session.Unread(name, UnreadReason.Format);
        if (text.HasFaults || !form.IsSure || (part.Charset is { } charset && TextForm.Named(charset) is null)) session.Unread(name, UnreadReason.Charset);
    }

    private static void ReadJson(ReadingSession session, PartContent part, string name, TextForm form, DecodedText text)
    {
        var reader = new JsonReader(session, name, part.CanReopen && part.Depth == 0 ? JsonPass.AsWritten : JsonPass.Unescaped);
        reader.Read(text);
        if (!reader.HasEscapedStrings || !part.CanReopen || part.Depth > 0) return;
        session.BeginRepetition();
        using Stream again = part.Open();
        var whole = new SampledStream(default, again);
        whole.EndAfter(session.Limits.Length);
        whole.Skip(form.Preamble);
        new JsonReader(session, name, JsonPass.EscapedStrings).Read(new DecodedText(whole, form.Encoding));
    }

    private static ContentKind Kind(ContentSample sample, ContentKind? declared) =>
        sample.Form is null || declared is null ? sample.Kind
        : declared == ContentKind.Text && sample.Kind is ContentKind.RichText ? ContentKind.RichText
        : declared.Value;

    private static string Format(ContentKind kind) => kind switch
    {
        ContentKind.RichText => "text",
        ContentKind.Compound => "binary",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static UnreadReason Reason(ContentKind kind, SampledStream stream) => kind switch
    {
        ContentKind.Image => UnreadReason.Image,
        ContentKind.Media => UnreadReason.Media,
        ContentKind.Encrypted => UnreadReason.Encrypted,
        // MS-OFFCRYPTO 2.3.4: an encrypted document is a compound file with a stream of this name.
        ContentKind.Compound => stream.Sample.Span.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0 ? UnreadReason.Encrypted : UnreadReason.Format,
        _ => UnreadReason.Binary,
    };
}
