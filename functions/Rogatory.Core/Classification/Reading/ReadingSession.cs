namespace Rogatory.Core.Classification.Reading;

/// <summary>One reading of one item: what it writes to, how far it may go, and what it met.</summary>
internal sealed class ReadingSession(ITextSink sink, ReadingLimits limits, CancellationToken cancellationToken)
{
    // What is reported of one kind in one part is reported once; a report is never longer than this.
    private const int MostReported = 20_000;

    private readonly HashSet<UnreadPart> _unread = [];
    private readonly HashSet<Breach> _breaches = [];
    private readonly List<ReadPart> _parts = [];
    private long _expanded;
    private long _held;
    private int _entries;

    public ReadingLimits Limits => limits;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Whether what is thrown comes from the sink or the source, and is the caller's to see.</summary>
    public bool IsCallersFailure { get; set; }

    /// <summary>Whether text is being read out of something that can hold more than its own length.</summary>
    public bool IsInside { get; set; }

    /// <summary>How often the place changed; tells whether somebody else moved on since.</summary>
    public long Moves { get; private set; }

    public void MoveTo(Locator place, string? label)
    {
        Moves++;
        try
        {
            sink.MoveTo(place, label);
        }
        catch
        {
            IsCallersFailure = true;
            throw;
        }
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        if (IsInside) Expand(text.Length, "");
        try
        {
            sink.Write(text);
        }
        catch
        {
            IsCallersFailure = true;
            throw;
        }
    }

    /// <summary>What was written so far comes again, in part and otherwise spelt.</summary>
    public void BeginRepetition()
    {
        try
        {
            sink.BeginRepetition();
        }
        catch
        {
            IsCallersFailure = true;
            throw;
        }
    }

    /// <summary>A value in a stretch of its own.</summary>
    public void WriteAt(Locator place, string? label, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        MoveTo(place, label);
        Write(text);
    }

    public void Read(string part, string format)
    {
        if (_parts.Count < MostReported) _parts.Add(new ReadPart(part, format));
    }

    public void Unread(string part, UnreadReason reason, int? page = null)
    {
        if (_unread.Count < MostReported) _unread.Add(new UnreadPart(part, page, reason));
    }

    public void Breach(string part, BreachKind kind)
    {
        if (_breaches.Count < MostReported) _breaches.Add(new Breach(kind, part));
    }

    /// <summary>Counts a part.</summary>
    public void Enter(string part)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_entries <= limits.Entries) return;
        Breach(part, BreachKind.Entries);
        throw new ReadingEndedException();
    }

    /// <summary>Counts bytes or characters brought forth from inside something.</summary>
    public void Expand(long count, string part)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _expanded += count;
        if (_expanded <= limits.Expanded) return;
        Breach(part, BreachKind.Expanded);
        throw new ReadingEndedException();
    }

    /// <summary>How many bytes more may be held in memory.</summary>
    public long MayHold => limits.PartSize - _held;

    /// <summary>Whether so many bytes may be held in memory; they count until they are let go.</summary>
    public bool TryHold(long count, string part)
    {
        if (_held + count > limits.PartSize)
        {
            Breach(part, BreachKind.PartSize);
            return false;
        }
        _held += count;
        return true;
    }

    public void LetGo(long count) => _held -= count;

    public ReadingReport Report(string format) =>
        new() { Format = format, Parts = _parts, Unread = [.. _unread], Breaches = [.. _breaches] };
}
