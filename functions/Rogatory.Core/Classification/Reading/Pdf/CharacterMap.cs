using System.Text;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>A CMap (ISO 32000-1, 9.7.5): how long codes are, and what characters they stand for (9.10.3).</summary>
internal sealed class CharacterMap
{
    private const int MostEntries = 200_000;
    private const int LongestText = 64;

    private readonly Dictionary<(int Length, uint Code), string> _texts = [];
    private readonly List<(int Length, uint From, uint To)> _spaces = [];

    private int _added;

    public bool HasTexts => _texts.Count > 0;

    public bool HasSpaces => _spaces.Count > 0;

    public static CharacterMap Read(ReadOnlyMemory<byte> bytes, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var map = new CharacterMap();
        var parser = new PdfParser(bytes, limits.Nesting, withReferences: false);
        var operands = new List<object?>();
        while (!parser.IsAtEnd)
        {
            cancellationToken.ThrowIfCancellationRequested();
            parser.Values = 0;
            object? next = parser.Next();
            if (next is not PdfKeyword keyword)
            {
                if (operands.Count < 1024) operands.Add(next);
                continue;
            }
            switch (keyword.Text)
            {
                case "endcodespacerange":
                    for (int at = 0; at + 1 < operands.Count && map._spaces.Count < 256; at += 2)
                    {
                        if (operands[at] is byte[] { Length: > 0 and <= 4 } from && operands[at + 1] is byte[] to) map._spaces.Add((from.Length, Code(from), Code(to)));
                    }
                    break;
                case "endbfchar":
                    for (int at = 0; at + 1 < operands.Count; at += 2)
                    {
                        if (operands[at] is byte[] { Length: > 0 and <= 4 } from && operands[at + 1] is byte[] text) map.Add(from.Length, Code(from), text, 0);
                    }
                    break;
                case "endbfrange":
                    for (int at = 0; at + 2 < operands.Count; at += 3)
                        map.AddRange(operands[at] as byte[], operands[at + 1] as byte[], operands[at + 2]);
                    break;
            }
            operands.Clear();
        }
        return map;
    }

    /// <summary>Takes the next code, as long as its range says.</summary>
    public (int Length, uint Code) Take(ReadOnlySpan<byte> text)
    {
        for (int length = 1; length <= 4 && length <= text.Length; length++)
        {
            uint code = Code(text[..length]);
            foreach ((int size, uint from, uint to) in _spaces)
            {
                if (size == length && code >= from && code <= to) return (length, code);
            }
        }
        int shortest = Math.Min(text.Length, _spaces.Count == 0 ? 2 : _spaces.Min(space => space.Length));
        return (shortest, Code(text[..shortest]));
    }

    public string? Text(int length, uint code) => _texts.GetValueOrDefault((length, code));

    private static uint Code(ReadOnlySpan<byte> bytes)
    {
        uint code = 0;
        foreach (byte one in bytes[..Math.Min(bytes.Length, 4)])
            code = (code << 8) | one;
        return code;
    }

    private void AddRange(byte[]? from, byte[]? to, object? texts)
    {
        if (from is not { Length: > 0 and <= 4 } || to is not { Length: > 0 and <= 4 }) return;
        uint first = Code(from);
        uint count = Code(to) < first ? 0 : Math.Min(Code(to) - first, 0xFFFF) + 1;
        for (uint index = 0; index < count && _added < MostEntries; index++)
        {
            if (texts is byte[] text) Add(from.Length, first + index, text, (int)index);
            else if (texts is List<object?> list && index < list.Count && list[(int)index] is byte[] own) Add(from.Length, first + index, own, 0);
            else return;
        }
    }

    private void Add(int length, uint code, byte[] text, int shift)
    {
        // Counted as they are said, not as they are new: the same may be said without end.
        if (++_added > MostEntries || text.Length is 0 or > LongestText) return;
        string value = text.Length == 1 ? ((char)text[0]).ToString() : Encoding.BigEndianUnicode.GetString(text);
        if (value.Length == 0) return;
        if (shift > 0) value = string.Concat(value.AsSpan(0, value.Length - 1), ((char)((value[^1] + shift) & 0xFFFF)).ToString());
        _texts.TryAdd((length, code), value);
    }
}
