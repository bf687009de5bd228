using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// Format 4.1 from plaintext to body. The plaintext's digest is a chain, one segment after the other; encrypting a segment and hashing
/// it as a leaf depend on nothing else, so while one core continues the chain another encrypts.
/// </summary>
internal sealed class BodySealer : Relay<SealingLane>, IDisposable
{
    /// <summary>
    /// One reads and one writes while two compute. More buffers, of 1 MiB each, would fall out of the cores' own caches between one
    /// use and the next.
    /// </summary>
    public const int DefaultLanes = 4;

    private readonly BodyKey _key;
    private readonly PlaintextSource _plaintext;
    private readonly Stream _destination;
    private readonly IncrementalHash? _digest;
    private readonly SealedRoot _root = new();
    private long _nextIndex;
    private long _plaintextSize;
    private long _size;

    /// <summary>Without digests it only encrypts, so that what encryption alone costs can be measured.</summary>
    public BodySealer(BodyKey key, PlaintextSource plaintext, Stream destination, int lanes = DefaultLanes, bool digests = true)
        : base(lanes)
    {
        _key = key;
        _plaintext = plaintext;
        _destination = destination;
        _digest = digests ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
    }

    /// <summary>Seals, with digests.</summary>
    public async Task<SealedContent> SealAsync(CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken);
        return new SealedContent(_plaintextSize, _digest!.GetHashAndReset(), _size, _root.Root());
    }

    public void Dispose() => _digest?.Dispose();

    protected override SealingLane OpenLane() => new(_key.CreateCipher(), _key.Layout.SegmentSize);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    protected override async ValueTask TakeAsync(SealingLane lane, CancellationToken cancellationToken)
    {
        lane.Index = _nextIndex++;
        if (!SegmentLayout.CanHold(lane.Index))
            throw new InvalidOperationException("The plaintext needs more segments than the format can number.");
        lane.Plaintext = await _plaintext.ReadAsync(lane.Room, _key.Layout.PlaintextCapacity(lane.Index), cancellationToken);
        lane.Last = Ended = _plaintext.Ended;
        _plaintextSize += lane.Plaintext.Length;
    }

    protected override void Chain(SealingLane lane) => _digest?.AppendData(lane.Plaintext.Span);

    protected override void Complete(SealingLane lane)
    {
        lane.Cipher.Seal(lane.Index, lane.Last, lane.Plaintext.Span, lane.Segment);
        if (lane.Index == 0)
            _key.Header.CopyTo(lane.Piece);
        if (_digest is not null)
            SealedRoot.HashLeaf(lane.Piece.Span, lane.LeafDigest, lane.Leaf);
    }

    protected override ValueTask DeliverAsync(SealingLane lane, CancellationToken cancellationToken)
    {
        if (_digest is not null)
            _root.AddLeaf(lane.Leaf);
        _size += lane.Piece.Length;
        return _destination.WriteAsync(lane.Piece, cancellationToken);
    }
}
