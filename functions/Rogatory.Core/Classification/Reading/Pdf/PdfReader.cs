namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>PDF has no reader yet: it is reported as unread.</summary>
internal static class PdfReader
{
    public static void Read(ReadingSession session, PartContent part, SampledStream stream) => throw new UnreadableException(UnreadReason.Format);
}
