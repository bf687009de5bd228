using System.Security.Cryptography;

namespace Rogatory.Envelope;

/// <summary>
/// Takes a text and hands on its blocks. Where a block ends depends on its own bytes alone, so blocks that are left out change none of the
/// others: what is kept of a text splits into the blocks that were kept. Holds one block, of at most 1 MiB.
/// </summary>
public abstract class BlockSplitter : Stream
{
    /// <summary>In bytes. A block that has so many and has not ended ends there.</summary>
    public const int MaximumBlockSize = 1 << 20;

    private readonly byte _end;
    private readonly bool _quotes;
    private byte[] _held = [];
    private int _count;

    // Of the block that is held, as far as it was looked at.
    private RowState _state;

    private protected BlockSplitter(BlockKind kind)
    {
        Kind = kind;
        _end = kind == BlockKind.Pages ? (byte)'\f' : (byte)'\n';
        _quotes = kind == BlockKind.Rows;
    }

    private enum RowState
    {
        BlockStart,
        MarkBegun,
        MarkNearlyEnded,
        FieldStart,
        Plain,
        Quoted,
        QuoteSeen,
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <summary>Not known.</summary>
    public override long Length => throw new NotSupportedException();

    /// <summary>Not known.</summary>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private protected BlockKind Kind { get; }

    /// <summary>The next bytes of the text.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var length = Math.Min(buffer.Length, MaximumBlockSize - _count);
            var ended = TryEnd(buffer[..length], out var end);
            if (ended)
                length = end;
            ended |= _count + length == MaximumBlockSize;
            if (_count > 0 || !ended)
                Hold(buffer[..length]);
            if (ended)
            {
                Take(_count > 0 ? _held.AsSpan(0, _count) : buffer[..length]);
                (_count, _state) = (0, RowState.BlockStart);
            }

            buffer = buffer[length..];
        }
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <summary>Does nothing: what has not ended is held.</summary>
    public override void Flush()
    {
    }

    /// <summary>Not possible.</summary>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Not possible.</summary>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <summary>Not possible.</summary>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>The next block, which is not empty.</summary>
    private protected abstract void Take(ReadOnlySpan<byte> block);

    /// <summary>The text is over: hands on what has not ended, if there is any.</summary>
    private protected void End()
    {
        if (_count > 0)
            Take(_held.AsSpan(0, _count));
        _count = 0;
    }

    /// <summary>Zeroes what is held.</summary>
    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_held);
        base.Dispose(disposing);
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        if (_held.Length < _count + bytes.Length)
        {
            var larger = new byte[Math.Min(MaximumBlockSize, Math.Max(2 * _held.Length, _count + bytes.Length))];
            _held.AsSpan(0, _count).CopyTo(larger);
            CryptographicOperations.ZeroMemory(_held);
            _held = larger;
        }

        bytes.CopyTo(_held.AsSpan(_count));
        _count += bytes.Length;
    }

    private bool TryEnd(ReadOnlySpan<byte> bytes, out int length)
    {
        length = _quotes ? EndOfRow(bytes) : bytes.IndexOf(_end) + 1;
        return length > 0;
    }

    /// <summary>The bytes up to the line feed that ends the row, with it; 0 when there is none yet.</summary>
    private int EndOfRow(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            if (_state == RowState.Quoted)
            {
                var quote = bytes[at..].IndexOf((byte)'"');
                if (quote < 0)
                    return 0;
                at += quote;
                _state = RowState.QuoteSeen;
                continue;
            }

            switch (bytes[at])
            {
                case (byte)'\n':
                    return at + 1;
                case (byte)'"' when _state is RowState.BlockStart or RowState.FieldStart or RowState.QuoteSeen:
                    _state = RowState.Quoted;
                    break;
                case (byte)',' or (byte)';' or (byte)'\t' or (byte)'|':
                    _state = RowState.FieldStart;
                    break;
                case 0xEF when _state == RowState.BlockStart:
                    _state = RowState.MarkBegun;
                    break;
                case 0xBB when _state == RowState.MarkBegun:
                    _state = RowState.MarkNearlyEnded;
                    break;
                case 0xBF when _state == RowState.MarkNearlyEnded:
                    _state = RowState.FieldStart;
                    break;
                default:
                    _state = RowState.Plain;
                    break;
            }
        }

        return 0;
    }
}
