namespace Rogatory.Core.Classification.Reading;

/// <summary>What comes out of a decompressor: counted, and ended where it is more than the limits allow for what went in.</summary>
/// <param name="session">Whose limits.</param>
/// <param name="part">The part's name.</param>
/// <param name="unpacked">The decompressor.</param>
/// <param name="packed">What it reads; its position is what went in.</param>
/// <param name="size">How long the part is said to be, if that is known.</param>
internal sealed class ExpandingStream(ReadingSession session, string part, Stream unpacked, Stream packed, long? size) : ForwardStream
{
    private const int Least = 1 << 20;

    private long _total;

    public override int Read(Span<byte> buffer)
    {
        int count = unpacked.Read(buffer);
        if (count == 0)
        {
            if (size is { } said && said != _total && !buffer.IsEmpty) throw new InvalidDataException("The part is not as long as its container says.");
            return 0;
        }
        _total += count;
        session.Expand(count, part);
        if (_total > Least && _total / session.Limits.Ratio > packed.Position)
        {
            session.Breach(part, BreachKind.Ratio);
            throw new UnreadableException(UnreadReason.Limit);
        }
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }
}
