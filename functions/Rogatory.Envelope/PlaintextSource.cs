using System.Runtime.CompilerServices;

namespace Rogatory.Envelope;

/// <summary>Gives plaintext segment by segment, and knows the last one when it gives it.</summary>
internal abstract class PlaintextSource
{
    /// <summary>True once the last segment was given.</summary>
    public bool Ended { get; protected set; }

    public static PlaintextSource From(Stream stream) => new OfStream(stream);

    public static PlaintextSource From(ReadOnlyMemory<byte> memory) => new OfMemory(memory);

    /// <summary>
    /// The next segment, of <paramref name="capacity"/> bytes unless it is the last. It may lie in <paramref name="room"/>, which has
    /// more room than that.
    /// </summary>
    public abstract ValueTask<ReadOnlyMemory<byte>> ReadAsync(Memory<byte> room, int capacity, CancellationToken cancellationToken);

    /// <summary>Reads one byte more than the segment holds: whether there is one tells if the segment is the last.</summary>
    private sealed class OfStream(Stream stream) : PlaintextSource
    {
        private byte? _readAhead;

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        public override async ValueTask<ReadOnlyMemory<byte>> ReadAsync(Memory<byte> room, int capacity, CancellationToken cancellationToken)
        {
            room = room[..(capacity + 1)];
            var filled = 0;
            if (_readAhead is { } first)
                room.Span[filled++] = first;
            while (filled < room.Length)
            {
                var read = await stream.ReadAsync(room[filled..], cancellationToken);
                if (read == 0)
                    break;
                filled += read;
            }

            Ended = filled <= capacity;
            _readAhead = Ended ? null : room.Span[capacity];
            return room[..Math.Min(filled, capacity)];
        }
    }

    /// <summary>Gives the caller's memory itself, so that nothing is copied.</summary>
    private sealed class OfMemory(ReadOnlyMemory<byte> memory) : PlaintextSource
    {
        private ReadOnlyMemory<byte> _rest = memory;

        public override ValueTask<ReadOnlyMemory<byte>> ReadAsync(Memory<byte> room, int capacity, CancellationToken cancellationToken)
        {
            Ended = _rest.Length <= capacity;
            var segment = Ended ? _rest : _rest[..capacity];
            _rest = _rest[segment.Length..];
            return ValueTask.FromResult(segment);
        }
    }
}
