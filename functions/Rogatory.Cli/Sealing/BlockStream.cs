using System.Buffers.Binary;
using Rogatory.Cli.Http;

namespace Rogatory.Cli.Sealing;

/// <summary>Cuts a sealed body into blocks and stores several at once. A block that may have left earlier leaves again only if it is the same.</summary>
internal sealed class BlockStream(BlockStore store, UploadRecord record, byte[] seriesId, int blockSize, Action<long> report) : Stream
{
    private const int AtOnce = 4;

    private readonly SemaphoreSlim _free = new(AtOnce);
    private readonly Stack<byte[]> _buffers = new();
    private readonly List<Task> _storing = [];
    private readonly CancellationTokenSource _stop = new();
    private byte[]? _filling;
    private int _filled;
    private int _blocks;
    private long _stored;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="SourceChangedException">A block is not the one that may have left.</exception>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            _filling ??= await NextBufferAsync(cancellationToken);
            var count = Math.Min(buffer.Length, blockSize - _filled);
            buffer.Span[..count].CopyTo(_filling.AsSpan(_filled));
            _filled += count;
            buffer = buffer[count..];
            if (_filled == blockSize) Next();
        }
    }

    /// <summary>Stores what is left, and makes the blob of all blocks.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (_filled > 0) Next();
        await Task.WhenAll(_storing).WaitAsync(cancellationToken);
        if (_blocks < record.Left) throw new SourceChangedException();
        await store.CommitAsync(Enumerable.Range(0, _blocks).Select(BlockId), cancellationToken);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Returns when no request is under way any more.</summary>
    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_storing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        _free.Dispose();
        await base.DisposeAsync();
    }

    private async Task<byte[]> NextBufferAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        foreach (var failed in _storing.Where(task => task.IsFaulted)) await failed;
        _storing.RemoveAll(task => task.IsCompletedSuccessfully);
        lock (_buffers) return _buffers.TryPop(out var buffer) ? buffer : GC.AllocateUninitializedArray<byte>(blockSize);
    }

    private void Next()
    {
        var (number, full, count) = (_blocks++, _filling!, _filled);
        (_filling, _filled) = (null, 0);
        if (!record.Passes(number, full.AsSpan(0, count))) throw new SourceChangedException();
        _storing.Add(StoreAsync(number, full, count));
    }

    private async Task StoreAsync(int number, byte[] full, int count)
    {
        try
        {
            if (!record.IsStored(number))
            {
                await store.PutAsync(BlockId(number), full.AsMemory(0, count), _stop.Token);
                record.Store(number);
            }
            report(Interlocked.Add(ref _stored, count));
        }
        finally
        {
            lock (_buffers) _buffers.Push(full);
            _free.Release();
        }
    }

    private string BlockId(int number)
    {
        var id = new byte[seriesId.Length + sizeof(int)];
        seriesId.CopyTo(id, 0);
        BinaryPrimitives.WriteInt32BigEndian(id.AsSpan(seriesId.Length), number);
        return Convert.ToBase64String(id);
    }
}
