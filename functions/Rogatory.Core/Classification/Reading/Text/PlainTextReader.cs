namespace Rogatory.Core.Classification.Reading.Text;

/// <summary>Text as it stands, character for character.</summary>
internal static class PlainTextReader
{
    public static void Read(ReadingSession session, string part, DecodedText text)
    {
        ReadOnlySpan<char> next = text.Next();
        if (next.IsEmpty) return;
        session.MoveTo(new Locator(part, Line: 1), label: null);
        for (; !next.IsEmpty; next = text.Next())
        {
            session.CancellationToken.ThrowIfCancellationRequested();
            session.Write(next);
        }
    }
}
