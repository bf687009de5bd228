using System.Globalization;
using System.Text;

namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>Where a PDF's objects are: by its cross-reference tables and streams (ISO 32000-1, 7.5), or by a search for them.</summary>
internal sealed class PdfIndex(PdfFile file, ReadOnlyMemory<byte> bytes, ReadingLimits limits)
{
    private const int MostObjects = 500_000;
    private const int MostSuperseded = 10_000;

    private readonly Dictionary<int, PdfPlace> _places = [];
    private readonly List<(int, PdfPlace)> _superseded = [];
    private int _start;

    public IReadOnlyDictionary<int, PdfPlace> Places => _places;

    public IReadOnlyList<(int Number, PdfPlace Place)> Superseded => _superseded;

    public PdfDictionary Trailer { get; private set; } = [];

    /// <summary>Whether there are more objects than any honest file has.</summary>
    public bool IsFull => _places.Count >= MostObjects;

    /// <summary>Follows the cross-reference from the end of the file; false if it leads nowhere.</summary>
    public bool TryRead()
    {
        try
        {
            return TryFollow();
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Looks through the whole file for what looks like an object; the last of a number counts.</summary>
    public void Search()
    {
        _places.Clear();
        ReadOnlySpan<byte> all = bytes.Span;
        for (int at = 0; at < all.Length && !IsFull;)
        {
            int found = all[at..].IndexOf("obj"u8);
            if (found < 0) break;
            if (Before(all, at + found) is { } head)
            {
                if (_places.TryGetValue(head.Number, out PdfPlace earlier)) Supersede(head.Number, earlier);
                _places[head.Number] = PdfPlace.At(head.Offset);
            }
            at += found + 3;
        }
        for (int at = 0; ;)
        {
            int found = all[at..].IndexOf("trailer"u8);
            if (found < 0) break;
            at += found + 7;
            if (file.Parser(bytes, at).Next() is not PdfDictionary trailer) continue;
            foreach ((string key, object? value) in trailer)
                Trailer[key] = value;
        }
        foreach (int number in _places.Keys.ToList())
            SearchIn(number);
    }

    private bool TryFollow()
    {
        ReadOnlySpan<byte> all = bytes.Span;
        _start = Math.Max(0, all[..Math.Min(all.Length, 1024)].IndexOf("%PDF-"u8));
        int last = all.LastIndexOf("startxref"u8);
        if (last < 0) return false;
        PdfParser parser = file.Parser(bytes, last + 9);
        var waiting = new Queue<int>([PdfParser.Whole(parser.Next(), -1)]);
        var seen = new HashSet<int>();
        while (waiting.TryDequeue(out int offset))
        {
            if (offset < 0 || !seen.Add(offset) || seen.Count > limits.Entries) continue;
            if (ReadSection(offset + _start) is not { } trailer) return false;
            foreach ((string key, object? value) in trailer)
                Trailer.TryAdd(key, value);
            foreach (string key in (string[])["XRefStm", "Prev"])
            {
                if (trailer.TryGetValue(key, out object? next) && next is double) waiting.Enqueue(PdfParser.Whole(next, -1));
            }
        }
        return _places.Count > 0;
    }

    private void SearchIn(int number)
    {
        if (_places[number].IsContained || file.Get(new PdfReference(number)) is not PdfStream stream) return;
        if (stream.Dictionary.Is("Type", "XRef"))
        {
            foreach (string key in (string[])["Root", "Info", "Encrypt"])
            {
                if (stream.Dictionary.TryGetValue(key, out object? value)) Trailer[key] = value;
            }
        }
        if (!stream.Dictionary.Is("Type", "ObjStm")) return;
        using HeldContent held = file.Decode(stream);
        PdfParser parser = file.Parser(held.Bytes, 0);
        int count = Math.Clamp(PdfParser.Whole(file.Get(stream.Dictionary.GetValueOrDefault("N"))), 0, held.Length / 4 + 1);
        for (int index = 0; index < count && !IsFull; index++)
        {
            int contained = PdfParser.Whole(parser.Next(), -1);
            parser.Next();
            parser.Values = 0;
            if (contained > 0) _places.TryAdd(contained, PdfPlace.In(number, index));
        }
    }

    /// <summary>The number that stands before the word, with a generation between them, and where it stands.</summary>
    private static (int Number, int Offset)? Before(ReadOnlySpan<byte> all, int word)
    {
        int at = word;
        ReadOnlySpan<byte> generation = Take(all, ref at);
        ReadOnlySpan<byte> number = Take(all, ref at);
        return generation.IsEmpty || number.IsEmpty || !int.TryParse(Encoding.ASCII.GetString(number), NumberStyles.None, CultureInfo.InvariantCulture, out int named) || named == 0
            ? null
            : (named, at);
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> all, ref int at)
    {
        while (at > 0 && all[at - 1] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t') at--;
        int end = at;
        while (at > 0 && end - at < 10 && char.IsAsciiDigit((char)all[at - 1])) at--;
        return all[at..end];
    }

    private PdfDictionary? ReadSection(int offset)
    {
        if (offset >= bytes.Length) return null;
        PdfParser parser = file.Parser(bytes, offset);
        if (!parser.TryTake("xref"))
        {
            return file.ReadAt(null, offset) is PdfStream stream && stream.Dictionary.Is("Type", "XRef") ? ReadStream(stream) : null;
        }
        while (parser.Next() is double first)
        {
            if (parser.Next() is not double count) return null;
            for (int index = 0; index < count; index++)
            {
                object? at = parser.Next();
                parser.Next();
                if (parser.Next() is not PdfKeyword { Text: "n" or "f" } state || at is not double) return null;
                parser.Values = 0;
                if (state.Text == "n") Place((int)Math.Min(int.MaxValue, (long)PdfParser.Whole(first) + index), PdfPlace.At(PdfParser.Whole(at) + _start));
                if (IsFull) return [];
            }
        }
        return parser.Next() as PdfDictionary;
    }

    private PdfDictionary ReadStream(PdfStream stream)
    {
        using HeldContent held = file.Decode(stream);
        List<int> widths = [.. file.List(stream.Dictionary.GetValueOrDefault("W")).Select(value => Math.Clamp(PdfParser.Whole(value), 0, 8))];
        if (widths.Count < 3) throw new InvalidDataException("A cross-reference stream does not say how wide its fields are.");
        List<int> sections = [.. file.List(stream.Dictionary.GetValueOrDefault("Index")).Select(value => Math.Max(0, PdfParser.Whole(value)))];
        if (sections.Count < 2) sections = [0, int.MaxValue];
        ReadOnlySpan<byte> rest = held.Bytes.Span;
        int size = widths[0] + widths[1] + widths[2];
        for (int section = 0; section + 1 < sections.Count; section += 2)
        {
            for (int index = 0; index < sections[section + 1] && size > 0 && rest.Length >= size && !IsFull; index++)
            {
                int kind = widths[0] == 0 ? 1 : Field(rest[..widths[0]]);
                int second = Field(rest.Slice(widths[0], widths[1])), third = Field(rest.Slice(widths[0] + widths[1], widths[2]));
                rest = rest[size..];
                int number = (int)Math.Min(int.MaxValue, (long)sections[section] + index);
                if (kind == 1) Place(number, PdfPlace.At((int)Math.Min(int.MaxValue, (long)second + _start)));
                else if (kind == 2) Place(number, PdfPlace.In(second, third));
            }
        }
        return stream.Dictionary;
    }

    private static int Field(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        foreach (byte one in bytes)
            value = Math.Min(int.MaxValue, (value << 8) | one);
        return (int)value;
    }

    /// <summary>Newer sections are read first, so what is there counts.</summary>
    private void Place(int number, PdfPlace place)
    {
        if (place is { IsContained: false, Offset: <= 0 }) return;
        if (!_places.TryAdd(number, place) && _places[number] != place) Supersede(number, place);
    }

    private void Supersede(int number, PdfPlace place)
    {
        if (_superseded.Count < MostSuperseded) _superseded.Add((number, place));
    }
}
