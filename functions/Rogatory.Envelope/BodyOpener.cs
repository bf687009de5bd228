using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// Format 4.1 from body to plaintext, whole or a range. Lanes read and decrypt ahead of the one that writes; nothing of a segment is
/// written before its tag verified.
/// </summary>
internal sealed class BodyOpener : Relay<OpeningLane>, IDisposable
{
    // As many pieces are read ahead, or wait while a write takes its time. A lane is 1 MiB.
    private const int Lanes = 8;

    private readonly BodyKey _key;
    private readonly ISealedSource _body;
    private readonly long _size;
    private readonly Stream _destination;
    private readonly PlaintextRange _range;
    private readonly byte[]? _expectedSha256;
    private readonly IncrementalHash? _digest;
    private readonly long _lastOfBody;
    private readonly long _lastOfRange;
    private readonly int _bufferSize;
    private long _nextIndex;

    /// <summary>
    /// The body, longer than a header, must begin with <see cref="BodyKey.Header"/>. With an expected digest, which is for a range of
    /// all, the last segment is written only if the plaintext has that digest.
    /// </summary>
    public BodyOpener(BodyKey key, ISealedSource body, Stream destination, PlaintextRange range, byte[]? expectedSha256)
        : base(Lanes)
    {
        _key = key;
        _body = body;
        _size = body.Length;
        _destination = destination;
        _range = range;
        _expectedSha256 = expectedSha256;
        _digest = expectedSha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _lastOfBody = key.Layout.PieceCount(_size) - 1;
        _lastOfRange = Math.Min(key.Layout.PieceAt(range.End - 1), _lastOfBody);
        _nextIndex = key.Layout.PieceAt(range.Offset);
        _bufferSize = PieceSize(_nextIndex);
    }

    public void Dispose() => _digest?.Dispose();

    protected override OpeningLane OpenLane() => new(_key.CreateCipher(), _bufferSize);

    protected override ValueTask TakeAsync(OpeningLane lane, CancellationToken cancellationToken)
    {
        lane.Index = _nextIndex++;
        lane.Size = PieceSize(lane.Index);
        Ended = lane.Index == _lastOfRange;
        return ValueTask.CompletedTask;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    protected override async ValueTask PrepareAsync(OpeningLane lane, CancellationToken cancellationToken)
    {
        try
        {
            lane.Failure = await OpenAsync(lane, cancellationToken) is { } failure ? new OpenException(failure) : null;
        }
        catch (EndOfStreamException exception)
        {
            lane.Failure = new OpenException(OpenFailure.Truncated, exception);
        }
    }

    protected override void Chain(OpeningLane lane)
    {
        if (lane.Failure is not null)
            throw lane.Failure;
        _digest?.AppendData(lane.Plaintext.Span);
        if (_digest is not null && lane.Index == _lastOfRange && !_digest.GetHashAndReset().AsSpan().SequenceEqual(_expectedSha256))
            throw new OpenException(OpenFailure.Payload);
    }

    protected override ValueTask DeliverAsync(OpeningLane lane, CancellationToken cancellationToken) =>
        _destination.WriteAsync(_range.Of(lane.Plaintext, _key.Layout.PlaintextOffset(lane.Index)), cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<OpenFailure?> OpenAsync(OpeningLane lane, CancellationToken cancellationToken)
    {
        var offset = lane.Index * _key.Layout.SegmentSize;
        var last = lane.Index == _lastOfBody;
        await _body.ReadAsync(offset, lane.Piece, cancellationToken);
        if (lane.Index == 0 && !lane.Piece.Span.StartsWith(_key.Header.Span))
            return OpenFailure.Header;

        // No last segment is empty but that of an empty item.
        if (lane.Segment.Length < SealedBody.TagSize || (lane.Segment.Length == SealedBody.TagSize && lane.Index > 0))
            return OpenFailure.Truncated;
        if (lane.Cipher.TryOpen(lane.Index, last, lane.Segment.Span))
            return null;

        // A segment that verifies with the other mark shows that the body was cut before its end, or that something follows it.
        await _body.ReadAsync(offset, lane.Piece, cancellationToken);
        if (!lane.Cipher.TryOpen(lane.Index, !last, lane.Segment.Span))
            return OpenFailure.Payload;
        return last ? OpenFailure.Truncated : OpenFailure.TrailingData;
    }

    private int PieceSize(long index) =>
        (int)Math.Min(_key.Layout.SegmentSize, _size - (index * _key.Layout.SegmentSize));
}
