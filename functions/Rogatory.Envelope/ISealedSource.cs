namespace Rogatory.Envelope;

/// <summary>Random access to one stored sealed body.</summary>
public interface ISealedSource
{
    /// <summary>The size of the stored body in bytes.</summary>
    long Length { get; }

    /// <summary>
    /// Fills <paramref name="destination"/> exactly with the bytes at <paramref name="offset"/>. Several calls may be under way at once,
    /// each for up to 1 MiB and mostly in order.
    /// </summary>
    /// <exception cref="EndOfStreamException">The stored body ends before; the reader answers <see cref="OpenFailure.Truncated"/>.</exception>
    ValueTask ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellationToken);
}
