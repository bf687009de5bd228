using System.Security.Cryptography;
using Rogatory.Envelope;

namespace Rogatory.Core.Classification.Reading;

/// <summary>
/// A sealed item's plaintext to be read from anywhere, as <see cref="ItemReader"/> needs it. Two stretches of it are in memory at a time,
/// each verified before a byte of it is handed out, and zeroed when they are let go.
/// </summary>
/// <remarks>A read waits for storage on the thread that asks: read on one that may wait.</remarks>
public sealed class OpenedItemStream : Stream
{
    /// <summary>Long enough that few segments are opened twice because a stretch ends within them.</summary>
    private const int StandardStretch = 8 << 20;

    private readonly OpenedItem _item;
    private readonly CancellationToken _cancellationToken;
    private readonly int _size;
    private (long Index, byte[] Bytes) _newer = (-1, []);
    private (long Index, byte[] Bytes) _older = (-1, []);
    private long _at;

    /// <summary>The item stays the caller's to dispose of, after the stream.</summary>
    public OpenedItemStream(OpenedItem item, CancellationToken cancellationToken)
        : this(item, StandardStretch, cancellationToken)
    {
    }

    internal OpenedItemStream(OpenedItem item, int stretch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(item);
        (_item, _size, _cancellationToken) = (item, stretch, cancellationToken);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _item.Description.Size;

    /// <inheritdoc/>
    public override long Position
    {
        get => _at;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _at = value;
        }
    }

    /// <summary>Reads as much as is in memory or one stretch gives.</summary>
    /// <exception cref="OpenException">The body is not the one sealed.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_at >= Length || buffer.IsEmpty) return 0;
        ReadOnlySpan<byte> there = Stretch(_at / _size)[(int)(_at % _size)..];
        int count = Math.Min(buffer.Length, there.Length);
        there[..count].CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <inheritdoc cref="Read(Span{byte})"/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? _at : Length);

    /// <summary>Does nothing.</summary>
    public override void Flush()
    {
    }

    /// <summary>Not supported.</summary>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Not supported.</summary>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_newer.Bytes);
        CryptographicOperations.ZeroMemory(_older.Bytes);
        base.Dispose(disposing);
    }

    private ReadOnlySpan<byte> Stretch(long index)
    {
        if (_newer.Index == index) return _newer.Bytes;
        if (_older.Index == index)
        {
            (_newer, _older) = (_older, _newer);
            return _newer.Bytes;
        }
        byte[] bytes = new byte[Math.Min(_size, Length - (index * _size))];
        using (var destination = new MemoryStream(bytes))
            _item.CopyRangeAsync(destination, index * _size, bytes.Length, _cancellationToken).GetAwaiter().GetResult();
        CryptographicOperations.ZeroMemory(_older.Bytes);
        (_older, _newer) = (_newer, (index, bytes));
        return bytes;
    }
}
