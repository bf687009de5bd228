using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// Format 4.1 from body to plaintext, whole or a range. Lanes read and decrypt ahead of the one that writes; nothing of a segment is
/// written before its tag verified.
/// </summary>
internal sealed class BodyOpener : Relay<OpeningLane>, IDisposable
{
    private const int MostLanes = 4;

    /// <summary>Storage is read in fewer, larger calls than the body has pieces.</summary>
    private const int PiecesInLane = 4;

    private readonly BodyKey _key;
    private readonly ISealedSource _body;
    private readonly Stream _destination;
    private readonly PlaintextRange _range;
    private readonly byte[]? _expectedSha256;
    private readonly IncrementalHash? _digest;
    private readonly long _lastPiece;
    private readonly long _endPiece;
    private readonly int _bufferSize;
    private long _nextPiece;

    /// <summary>
    /// With an expected digest, which is for a range of all, the last pieces are written only if the plaintext has that digest. The body
    /// is longer than a header and begins with <see cref="BodyKey.Header"/>, or it is refused.
    /// </summary>
    public BodyOpener(BodyKey key, ISealedSource body, Stream destination, PlaintextRange range, byte[]? expectedSha256)
        : base(MostLanes)
    {
        _key = key;
        _body = body;
        _destination = destination;
        _range = range;
        _expectedSha256 = expectedSha256;
        _digest = expectedSha256 is null ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _lastPiece = key.Layout.PieceCount(body.Length) - 1;
        _nextPiece = key.Layout.PieceAt(range.Offset);
        _endPiece = Math.Min(key.Layout.PieceAt(range.End - 1), _lastPiece) + 1;
        _bufferSize = SizeOf(_nextPiece, Math.Min(_nextPiece + PiecesInLane, _endPiece));
    }

    public void Dispose() => _digest?.Dispose();

    protected override OpeningLane OpenLane() => new(_key.CreateCipher(), _bufferSize);

    protected override ValueTask TakeAsync(OpeningLane lane, CancellationToken cancellationToken)
    {
        lane.FirstPiece = _nextPiece;
        lane.EndPiece = _nextPiece = Math.Min(_nextPiece + PiecesInLane, _endPiece);
        lane.Size = SizeOf(lane.FirstPiece, lane.EndPiece);
        Ended = _nextPiece == _endPiece;
        return ValueTask.CompletedTask;
    }

    protected override async ValueTask PrepareAsync(OpeningLane lane, CancellationToken cancellationToken)
    {
        try
        {
            await _body.ReadAsync(lane.FirstPiece * _key.Layout.SegmentSize, lane.Pieces, cancellationToken);
            if (lane.FirstPiece == 0 && !lane.Pieces[..SealedBody.HeaderSize].Span.SequenceEqual(_key.Header.Span))
                throw new OpenException(OpenFailure.Header);
            for (var piece = lane.FirstPiece; piece < lane.EndPiece; piece++)
            {
                var segment = Segment(lane, piece);
                if (piece > 0 && segment.Length <= SealedBody.TagSize)
                    throw new OpenException(OpenFailure.Truncated);
                if (!lane.Cipher.TryOpen(piece, piece == _lastPiece, segment.Span))
                    throw new OpenException(await DiagnoseAsync(lane, piece, cancellationToken));
            }
        }
        catch (OpenException exception)
        {
            lane.Failure = exception;
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
        if (_digest is null)
            return;
        for (var piece = lane.FirstPiece; piece < lane.EndPiece; piece++)
            _digest.AppendData(Plaintext(lane, piece).Span);
        if (lane.EndPiece == _endPiece && !CryptographicOperations.FixedTimeEquals(_digest.GetHashAndReset(), _expectedSha256))
            throw new OpenException(OpenFailure.Payload);
    }

    protected override async ValueTask DeliverAsync(OpeningLane lane, CancellationToken cancellationToken)
    {
        for (var piece = lane.FirstPiece; piece < lane.EndPiece; piece++)
            await _destination.WriteAsync(_range.Of(Plaintext(lane, piece), _key.Layout.PlaintextOffset(piece)), cancellationToken);
    }

    /// <summary>A segment that verifies with the other mark shows that the body was cut, or that something follows its end.</summary>
    private async Task<OpenFailure> DiagnoseAsync(OpeningLane lane, long piece, CancellationToken cancellationToken)
    {
        var segment = Segment(lane, piece);
        var offset = (piece * _key.Layout.SegmentSize) + SegmentLayout.SegmentOffset(piece);
        await _body.ReadAsync(offset, segment, cancellationToken);
        var last = piece == _lastPiece;
        return lane.Cipher.TryOpen(piece, !last, segment.Span) ? last ? OpenFailure.Truncated : OpenFailure.TrailingData : OpenFailure.Payload;
    }

    private Memory<byte> Segment(OpeningLane lane, long piece)
    {
        var size = _key.Layout.SegmentSize;
        var start = (int)(piece - lane.FirstPiece) * size;
        var end = Math.Min(start + size, lane.Size);
        return lane.Pieces[(start + SegmentLayout.SegmentOffset(piece))..end];
    }

    private ReadOnlyMemory<byte> Plaintext(OpeningLane lane, long piece) => Segment(lane, piece)[..^SealedBody.TagSize];

    private int SizeOf(long firstPiece, long endPiece)
    {
        var size = _key.Layout.SegmentSize;
        return (int)(Math.Min(endPiece * size, _body.Length) - (firstPiece * size));
    }
}
