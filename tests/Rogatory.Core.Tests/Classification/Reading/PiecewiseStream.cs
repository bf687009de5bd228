namespace Rogatory.Core.Tests.Classification.Reading;

/// <summary>Gives few bytes at a time, and an uneven number. Reading into a span comes here too, in a class derived from this base.</summary>
internal sealed class PiecewiseStream(byte[] content) : MemoryStream(content)
{
    private int _reads;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1 + (_reads++ % 4093)));
}
