using Rogatory.Core.Classification.Reading.Office;

namespace Rogatory.Core.Classification.Reading.Archive;

/// <summary>A ZIP archive: its entries with the same readers, their names, and what was noted of them. An Office document is one too.</summary>
internal static class ArchiveReader
{
    /// <summary>Reads the archive, and says what format it turned out to be.</summary>
    public static string Read(ReadingSession session, PartContent part, SampledStream stream)
    {
        string name = part.Self("zip");
        if (stream.Seekable is { } seekable) return Read(session, part, new ZipArchive(session, name, seekable));
        using HeldContent held = HeldContent.Load(session, name, stream);
        using Stream memory = held.AsStream();
        return Read(session, part, new ZipArchive(session, name, memory));
    }

    private static string Read(ReadingSession session, PartContent part, ZipArchive archive)
    {
        if (OfficeReader.FormatOf(archive) is { } format)
        {
            session.Read(part.Self(format), format);
            new OfficeReader(session, part, archive, format).Read();
            return format;
        }
        session.Read(part.Self("zip"), "zip");
        session.WriteAt(new Locator(part.Inside("archive comment")), label: null, archive.Comment);
        long line = 0;
        foreach (ZipEntry entry in archive.Entries)
        {
            line++;
            session.WriteAt(new Locator(part.Inside("file names"), Line: line), "file name", entry.Name);
            session.WriteAt(new Locator(part.Inside("file comments"), Line: line), label: null, entry.Comment);
        }
        foreach (ZipEntry entry in archive.Entries)
        {
            string inside = part.Inside(PartName.Of(entry.Name));
            if (entry.IsFolder) session.Enter(inside);
            else ItemReader.Read(session, new PartContent(inside, part.Depth + 1, () => archive.Open(entry, inside), CanReopen: true));
        }
        return "zip";
    }
}
