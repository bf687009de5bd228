using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Rogatory.Core.Classification.Reading.Text;

namespace Rogatory.Core.Disclosure.Extracts;

/// <summary>
/// Looks through every byte of an extract for values that were removed: as the text that the bytes are, as bytes of other encodings, and out of the
/// escapes and codes that may stand in the text. In time that grows with the bytes alone.
/// </summary>
internal sealed class LeftOverSearch
{
    // What is looked at once for codes in it; the overlap is longer than any code of what is compared of a value.
    private const int Stretch = 256 * 1024;
    private const int Overlap = 8 * 1024;

    private readonly ValueTree _tree;
    private readonly ExtractMarks _marks;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<string> _words;
    private readonly bool _hasHigh;

    public LeftOverSearch(ValueTree tree, ExtractMarks marks, CancellationToken cancellationToken)
    {
        (_tree, _marks, _cancellationToken) = (tree, marks, cancellationToken);
        _words = [.. marks.Words];
        _hasHigh = tree.HasHigh;
    }

    /// <summary>Refuses if a value is in the bytes.</summary>
    /// <param name="bytes">A file, or an unpacked part of one.</param>
    /// <param name="part">What to call them.</param>
    /// <param name="form">The encoding, where they are text.</param>
    /// <param name="partsLines">Whether a line feed parts values.</param>
    public void Search(ReadOnlySpan<byte> bytes, string part, TextForm? form, bool partsLines)
    {
        if (_tree.IsEmpty) return;
        if (form is not null) SearchText(bytes[form.Preamble..], part, form.Encoding, isOwn: true, partsLines);
        bool hasControls = bytes.ContainsAnyInRange((byte)0, (byte)8);
        if (form?.Encoding is UTF8Encoding && !hasControls && !_hasHigh) return;
        if (form?.Encoding is not UTF8Encoding) SearchText(bytes, form is null ? part : $"{part}, as bytes", TextForm.Windows1252, isOwn: false, partsLines: false);
        else SearchUnits(bytes, 1, false, $"{part}, as bytes");
        foreach (bool isBigEndian in (ReadOnlySpan<bool>)[false, true])
        {
            SearchUnits(bytes, 2, isBigEndian, $"{part}, as UTF-16");
            if (bytes.Length > 1) SearchUnits(bytes[1..], 2, isBigEndian, $"{part}, as UTF-16");
        }
    }

    /// <summary>Refuses if a value is in a text that was read out of the extract.</summary>
    public void Search(string text, string part)
    {
        if (!_tree.IsEmpty) SearchText(MemoryMarshal.AsBytes(text.AsSpan()), part, Encoding.Unicode, isOwn: true, partsLines: false);
    }

    private void SearchText(ReadOnlySpan<byte> bytes, string part, Encoding encoding, bool isOwn, bool partsLines)
    {
        Decoder decoder = encoding.GetDecoder();
        char[] text = new char[Stretch + Overlap];
        int at = 0, held = 0;
        long line = 1;
        var matcher = new ValueMatcher(_tree, (value, start, _) =>
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"{part}, line {start}");
            if (isOwn) Refuse(value, where);
            else RefuseCoded(value, where);
        }) { FindsShort = isOwn, FindsBeginnings = true };
        var codes = new CodedText(_tree, (value, code) => RefuseCoded(value, string.Create(CultureInfo.InvariantCulture, $"{part}, near line {line}, {code}")));
        for (bool completed = false; !completed;)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            decoder.Convert(bytes, text.AsSpan(held), flush: true, out int used, out int made, out completed);
            bytes = bytes[used..];
            int length = held + made;
            // A mark is looked for with all of it at hand.
            at = SearchStretch(text.AsSpan(0, length), at, completed ? length : length - ExtractMarks.Longest, ref line, matcher, partsLines);
            codes.Search(text.AsSpan(0, length));
            held = Math.Min(Overlap, length);
            text.AsSpan(length - held, held).CopyTo(text);
            at -= length - held;
        }
        matcher.Break();
    }

    private int SearchStretch(ReadOnlySpan<char> text, int at, int limit, ref long line, ValueMatcher matcher, bool partsLines)
    {
        while (at < limit)
        {
            char unit = text[at];
            if (unit == '[' && _marks.LengthAt(text[at..]) is > 0 and int length)
            {
                matcher.Break();
                at += length;
                continue;
            }
            if (unit == '\n')
            {
                line++;
                if (partsLines) matcher.Break();
            }
            // The place of a unit is its line.
            matcher.Add(unit, line);
            at++;
        }
        return at;
    }

    private void SearchUnits(ReadOnlySpan<byte> bytes, int size, bool isBigEndian, string where)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var matcher = new ValueMatcher(_tree, (value, _, _) => RefuseCoded(value, where)) { FindsShort = false, FindsBeginnings = true };
        if (size == 1)
        {
            foreach (byte one in bytes)
                matcher.Add((char)one, 0);
        }
        else
        {
            for (int at = 0; at + 1 < bytes.Length; at += 2)
                matcher.Add((char)(isBigEndian ? (bytes[at] << 8) | bytes[at + 1] : (bytes[at + 1] << 8) | bytes[at]), 0);
        }
        matcher.Break();
    }

    /// <summary>A value that is a word of the marks too stands in each of them.</summary>
    private void RefuseCoded(RemovedValue value, string where)
    {
        string word = value.Folded.Trim('[', ']').TrimEnd("0123456789".ToCharArray());
        if (word.Length == 0 || !_words.Any(one => one.Contains(word, StringComparison.Ordinal))) Refuse(value, where);
    }

    private static void Refuse(RemovedValue value, string where) => throw ExtractRefusals.LeftOver(value.Label, where, value.Everywhere
        ? "Remove what stands there as spans too."
        : "Remove it there too, by another span or by its category, or keep less: where a column was removed, keep the other columns instead, and what stands in them is not searched for it.");
}
