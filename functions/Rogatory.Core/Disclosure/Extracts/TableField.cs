using System.Runtime.InteropServices;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>A field of a table's text.</summary>
/// <param name="Outside">Where it begins, with its quote.</param>
/// <param name="Start">Where its value begins.</param>
/// <param name="End">Where its value ends.</param>
/// <param name="After">Where it ends, with its quote.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TableField(int Outside, int Start, int End, int After)
{
    /// <summary>The field that begins here; it ends before a delimiter, or a line end, outside quotes. One that is quoted only in part has its quotes in its value.</summary>
    public static TableField Read(string text, int start, int end, char delimiter)
    {
        int at = start;
        if (at < end && text[at] == '"')
        {
            at = AfterQuotes(text, at, end);
            int plain = AfterPlain(text, at, end, delimiter);
            bool isClosed = at - start >= 2 && text[at - 1] == '"';
            return plain == at && isClosed ? new TableField(start, start + 1, at - 1, at) : new TableField(start, start, plain, plain);
        }
        at = AfterPlain(text, at, end, delimiter);
        return new TableField(start, start, at, at);
    }

    /// <summary>The end of the row that begins here, with what ends it.</summary>
    public static int RowEnd(string text, int start, char delimiter)
    {
        for (int at = start; ;)
        {
            at = Read(text, at, text.Length, delimiter).After;
            if (at == text.Length) return at;
            char mark = text[at++];
            if (mark == delimiter) continue;
            return mark == '\r' && at < text.Length && text[at] == '\n' ? at + 1 : at;
        }
    }

    /// <summary>Past the closing quote; a doubled one closes nothing.</summary>
    private static int AfterQuotes(string text, int at, int end)
    {
        at++;
        for (; ; )
        {
            int quote = text.AsSpan(at, end - at).IndexOf('"');
            if (quote < 0) return end;
            at += quote + 1;
            if (at == end || text[at] != '"') return at;
            at++;
        }
    }

    private static int AfterPlain(string text, int at, int end, char delimiter)
    {
        int length = text.AsSpan(at, end - at).IndexOfAny(delimiter, '\n', '\r');
        return length < 0 ? end : at + length;
    }
}
