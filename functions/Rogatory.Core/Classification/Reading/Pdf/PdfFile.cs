namespace Rogatory.Core.Classification.Reading.Pdf;

/// <summary>
/// A PDF file's objects. They are found by its cross-reference, or, where that is broken, by looking through the whole file. Objects are
/// read when they are asked for, and kept as far as a limit allows.
/// </summary>
internal sealed class PdfFile : IDisposable
{
    private const int MostKept = 1_000_000;

    // An object's length may be that of another object, and so on; honest files do so once.
    private const int MostInOneAnother = 32;

    // Every byte is read a few times. Objects that overlap would have it read without end.
    private const int MostReadings = 16;

    private readonly ReadingSession _session;
    private readonly string _part;
    private readonly byte[] _bytes;
    private readonly int _length;
    private readonly Dictionary<int, object?> _kept = [];
    private readonly HashSet<int> _beingRead = [];
    private readonly Dictionary<int, (byte[] Bytes, int[] Offsets)> _containers = [];
    private readonly PdfIndex _index;
    private long _workLeft;
    private long _keptValues;
    private bool _wasSearched;

    public PdfFile(ReadingSession session, string part, byte[] bytes, int length)
    {
        _session = session;
        _part = part;
        _bytes = bytes;
        _length = length;
        _workLeft = (MostReadings * (long)length) + MostKept;
        _index = new PdfIndex(this, bytes.AsMemory(0, length), session.Limits);
        if (!_index.TryRead() || Get(_index.Trailer.GetValueOrDefault("Root")) is not PdfDictionary) Search();
        if (_index.IsFull) Limit(BreachKind.Entries);
    }

    /// <summary>What is said of the whole file.</summary>
    public PdfDictionary Trailer => _index.Trailer;

    /// <summary>The numbers of all objects, in order.</summary>
    public IEnumerable<int> Numbers => _index.Places.Keys.Order();

    /// <summary>Where objects were that an update replaced.</summary>
    public IReadOnlyList<(int Number, PdfPlace Place)> Superseded => _index.Superseded;

    /// <summary>Whether something was not as the format demands.</summary>
    public bool IsDamaged { get; private set; }

    public Stream Raw(PdfStream stream) => new MemoryStream(_bytes, stream.Offset, stream.Length, writable: false);

    /// <summary>The value, or what it refers to.</summary>
    public object? Get(object? value)
    {
        for (int step = 0; step < 16; step++)
        {
            if (value is not PdfReference reference) return value;
            value = Object(reference.Number);
        }
        return null;
    }

    /// <summary>The elements of an array, or the one value, or nothing of null.</summary>
    public List<object?> List(object? value) => Get(value) switch { List<object?> list => list, null => [], var one => [one] };

    /// <summary>The dictionary of a dictionary or a stream.</summary>
    public PdfDictionary? Dictionary(object? value) => Get(value) switch { PdfDictionary one => one, PdfStream stream => stream.Dictionary, _ => null };

    /// <summary>The decoded bytes of a stream, to be let go by disposal.</summary>
    public HeldContent Decode(PdfStream stream)
    {
        using Stream decoded = PdfFilters.Open(_session, _part, this, stream);
        HeldContent held = HeldContent.Load(_session, _part, decoded);
        _session.Expand(held.Length, _part);
        return held;
    }

    /// <summary>The object at a place, whether it still counts or not.</summary>
    public object? Read(int number, PdfPlace place)
    {
        _session.CancellationToken.ThrowIfCancellationRequested();
        return place.IsContained ? ReadContained(place) : ReadAt(number, place.Offset);
    }

    /// <summary>Reads the object that begins at an offset with its number; nothing, if that is not there or another.</summary>
    public object? ReadAt(int? number, int offset)
    {
        var parser = Parser(_bytes.AsMemory(0, _length), offset);
        if (parser.Next() is not double named || (number is { } wanted && named != wanted) || parser.Next() is not double || !parser.TryTake("obj")) return null;
        object? value = parser.Next();
        Work(parser.At - offset);
        _keptValues += parser.Values;
        if (parser.WasTooDeep) _session.Breach(_part, BreachKind.Nesting);
        if (value is not PdfDictionary dictionary || !parser.TryTake("stream")) return value is PdfKeyword ? null : value;
        int start = parser.At;
        if (start < _length && _bytes[start] == '\r') start++;
        if (start < _length && _bytes[start] == '\n') start++;
        return new PdfStream(dictionary, start, StreamLength(dictionary, start));
    }

    public PdfParser Parser(ReadOnlyMemory<byte> bytes, int offset) => new(bytes, _session.Limits.Nesting, withReferences: true) { At = Math.Clamp(offset, 0, bytes.Length) };

    public void Dispose()
    {
        foreach ((byte[] held, _) in _containers.Values)
            _session.LetGo(held.Length);
        _containers.Clear();
    }

    private object? Object(int number)
    {
        if (_kept.TryGetValue(number, out object? kept)) return kept;
        if (!_index.Places.TryGetValue(number, out PdfPlace place) || _beingRead.Count == MostInOneAnother || !_beingRead.Add(number)) return null;
        try
        {
            long before = _keptValues;
            object? value = Read(number, place);
            if (value is null && !place.IsContained && !_wasSearched && !IsNull(place))
            {
                // What is at the offset is not the object: the cross-reference is wrong.
                Search();
                value = _index.Places.TryGetValue(number, out place) ? Read(number, place) : null;
            }
            if (_keptValues <= MostKept || value is null) _kept[number] = value;
            else _keptValues = before;
            return value;
        }
        catch (InvalidDataException)
        {
            IsDamaged = true;
            _kept[number] = null;
            return null;
        }
        finally
        {
            _beingRead.Remove(number);
        }
    }

    private bool IsNull(PdfPlace place)
    {
        PdfParser parser = Parser(_bytes.AsMemory(0, _length), place.Offset);
        return parser.Next() is double && parser.Next() is double && parser.TryTake("obj");
    }

    private object? ReadContained(PdfPlace place)
    {
        if (!_containers.TryGetValue(place.Container, out (byte[] Bytes, int[] Offsets) container))
        {
            container = ReadContainer(place.Container);
            _containers[place.Container] = container;
        }
        if (place.Index >= container.Offsets.Length) return null;
        PdfParser parser = Parser(container.Bytes, container.Offsets[place.Index]);
        object? value = parser.Next();
        Work(parser.At - container.Offsets[place.Index]);
        _keptValues += parser.Values;
        if (parser.WasTooDeep) _session.Breach(_part, BreachKind.Nesting);
        return value is PdfKeyword ? null : value;
    }

    private void Work(int bytes)
    {
        _workLeft -= bytes;
        if (_workLeft < 0) Limit(BreachKind.Expanded);
    }

    private (byte[] Bytes, int[] Offsets) ReadContainer(int number)
    {
        // An object stream is never in another.
        if (!_index.Places.TryGetValue(number, out PdfPlace place) || place.IsContained || Object(number) is not PdfStream stream) return ([], []);
        using HeldContent held = Decode(stream);
        if (!_session.TryHold(held.Length, _part)) throw new UnreadableException(UnreadReason.Limit);
        byte[] bytes = held.Bytes.ToArray();
        int count = Math.Clamp(PdfParser.Whole(Get(stream.Dictionary.GetValueOrDefault("N"))), 0, bytes.Length / 4 + 1);
        int first = Math.Max(0, PdfParser.Whole(Get(stream.Dictionary.GetValueOrDefault("First"))));
        var offsets = new int[count];
        PdfParser header = Parser(bytes, 0);
        for (int index = 0; index < count; index++)
        {
            header.Next();
            offsets[index] = (int)Math.Min(bytes.Length, first + (long)Math.Max(0, PdfParser.Whole(header.Next())));
            header.Values = 0;
        }
        return (bytes, offsets);
    }

    private int StreamLength(PdfDictionary dictionary, int start)
    {
        int length = PdfParser.Whole(Get(dictionary.GetValueOrDefault("Length")), -1);
        if (length >= 0 && start + (long)length <= _length)
        {
            PdfParser after = Parser(_bytes.AsMemory(0, _length), start + length);
            if (after.TryTake("endstream") || after.TryTake("endobj")) return length;
        }
        int end = _bytes.AsSpan(start, _length - start).IndexOf("endstream"u8);
        Work(end < 0 ? _length - start : end);
        if (end < 0)
        {
            IsDamaged = true;
            return _length - start;
        }
        return end;
    }

    private void Search()
    {
        _wasSearched = true;
        IsDamaged = true;
        _kept.Clear();
        _index.Search();
        if (_index.IsFull) Limit(BreachKind.Entries);
    }

    private void Limit(BreachKind kind)
    {
        _session.Breach(_part, kind);
        throw new UnreadableException(UnreadReason.Limit);
    }
}
